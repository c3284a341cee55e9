"""Texts of other formats: which are kept as HTML, what is left of them, and what becomes of their lines."""

import pytest

from quizapp.formats.markup import AUTO, HTML, MARKDOWN, PLAIN, Marked, any_html, harmless


@pytest.mark.parametrize(
    ("text", "name", "kept"),
    [
        ("senza segni", HTML, True),
        ("senza segni", MARKDOWN, True),
        ("senza segni", PLAIN, False),
        ("senza segni", AUTO, False),
        ("con <b>segni</b>", AUTO, True),
        ("con <b>segni</b>", PLAIN, False),
        ("con &egrave;", AUTO, True),
        ("se a < b e b > c", AUTO, False),
    ],
)
def test_a_text_is_html_where_its_file_says_so_or_where_nothing_is_said_and_it_holds_markup(text, name, kept):
    assert Marked(text, name).is_html is kept
    assert any_html([Marked("x", PLAIN), Marked(text, name)]) is kept
    assert any_html([]) is False


@pytest.mark.parametrize(
    ("text", "name", "raised"),
    [
        ("**sì** e _no_\n# Titolo\n- `c`", MARKDOWN, "<strong>sì</strong> e <em>no</em><br>Titolo<br><code>c</code>"),
        ("[parole](http://x) e ![foto](y.png)", MARKDOWN, "parole e foto"),
        ("**sì**", HTML, "**sì**"),
        ("uno\n<b>due</b>", HTML, "uno\n<b>due</b>"),
        ("uno\n<b>due</b>", AUTO, "uno<br><b>due</b>"),
        ("uno\ndue & <tre", PLAIN, "uno<br>due &amp; &lt;tre"),
        ("uno\ndue", AUTO, "uno<br>due"),
        ("<i>x</i>", PLAIN, "&lt;i&gt;x&lt;/i&gt;"),
        ("\"detto\" e 'no'", PLAIN, "\"detto\" e 'no'"),
        ("\"**detto**\" e 'no' & <b>", MARKDOWN, "\"<strong>detto</strong>\" e 'no' &amp; &lt;b&gt;"),
    ],
)  # fmt: skip
def test_a_text_is_raised_by_the_rules_of_its_format(text, name, raised):
    assert Marked(text, name).raised() == raised


def test_of_html_inline_tags_and_pictures_of_its_own_are_kept_and_blocks_are_lines():
    assert harmless("<p>uno</p><p>due</p><script>x</script><br> <br>") == "uno<br>due"
    assert harmless('<img src="file:a.png" alt="x" onerror="y"><img src="http://x/b.png">') == (
        '<img src="file:a.png" alt="x"><img>'
    )
