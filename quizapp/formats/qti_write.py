"""QTI 2.1 and 3.0 packages: a manifest, one file an item, its pictures; what is lost is said."""

import base64
import binascii
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from urllib.parse import quote

from quizapp.core.items import Item, TextFormat, dump_item
from quizapp.core.problems import Problem, Severity
from quizapp.core.text import USUAL, Match
from quizapp.core.types import ClozeBody, TextBody
from quizapp.core.types.cloze import Gap
from quizapp.core.wording import Wording
from quizapp.formats.exchange import SAYS, Found, Written, losses
from quizapp.formats.qti_bodies import FEEDBACK, SCORE, Writer, asked, is_wild, stem
from quizapp.formats.qti_points import MAXSCORE
from quizapp.formats.qti_tags import TOOL, UNFIT, Tags, decimal, has_markup, signs

COMMON = frozenset(
    {
        "id", "lang", "status", "title", "text_format", "explanation", "tags", "idnumber", "points",
        "combined_feedback", "files",
    }
)  # fmt: skip
_SHARED = frozenset({"fraction", "feedback", "text"})
_OPTIONS = frozenset({*(f"options.{name}" for name in _SHARED), "options.pinned"})
_NUMBERS = ("value", "tolerance", "tolerance_kind", "fraction", "feedback")
CARRIED = {
    "choice": _OPTIONS,
    "multiple": _OPTIONS | {"rule"},
    "true_false": frozenset(f"options.{name}" for name in _SHARED),
    "text": frozenset({"match", *(f"answers.{name}" for name in _SHARED)}),
    "number": frozenset({"unit", *(f"numbers.{name}" for name in _NUMBERS)}),
    "matching": frozenset({"pairs.left", "pairs.right", "extra_rights"}),
    "ordering": frozenset({"order.text"}),
    "classify": frozenset({"categories.text", "statements.text", "statements.category"}),
    "cloze": frozenset(f"gaps.{name}" for name in ("type", "weight", "options", "answers", "numbers", "match", "unit")),
}
"""What QTI carries of each type; `id` and `status` are set anew where the file is read."""
_SAYS = {
    "qti-signs": Wording("segni di controllo, che XML non ammette: si perdono", "control signs, which XML lacks: lost"),
}
_CASED = Match(case=True)
_NAME = re.compile(r"[A-Za-z_][\w.-]{0,60}", re.ASCII)
_FILE = re.compile(r"[\w.-]{1,80}", re.ASCII)
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The same items give the same bytes."""
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACES = {
    2: ("http://www.imsglobal.org/xsd/imsqti_v2p1", "http://www.imsglobal.org/xsd/imscp_v1p1"),
    3: ("http://www.imsglobal.org/xsd/imsqtiasi_v3p0", "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"),
}
_LOM = "http://ltsc.ieee.org/xsd/LOM"
"""Whose keywords the tags of an item are in a manifest: an item itself has no place for them."""
_SCHEMAS = {2: ("QTIv2.1 Package", "1.0.0"), 3: ("QTI Package", "3.0.0")}


def write_qti21(items: Sequence[Item]) -> Written:
    """The items as a package of QTI 2.1."""
    return _package(items, Tags(2), "QTI 2.1", "imsqti_item_xmlv2p1")


def write_qti30(items: Sequence[Item]) -> Written:
    """The items as a package of QTI 3.0."""
    return _package(items, Tags(3), "QTI 3.0", "imsqti_item_xmlv3p0")


def _package(items: Sequence[Item], tag: Tags, name: str, kind: str) -> Written:
    found = losses(items, CARRIED, COMMON, name)
    files: dict[str, bytes] = {}
    resources, taken = [], set[str]()
    for index, item in enumerate(items, 1):
        found += _weakened(index, item, name)
        if not _writable(item):
            continue
        href = f"items/q{index}.xml"
        media, pictures = _media(item, index)
        identifier = _identifier(item, index, taken)
        files[href] = (_HEAD + _item(tag, item, identifier, pictures)).encode()
        files |= media
        resources.append(_resource(item, identifier, kind, href, media))
    manifest = {"imsmanifest.xml": (_HEAD + _manifest(tag.version, resources)).encode()}
    return Written(_zipped(manifest | files), tuple(found))


def _zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path, content in files.items():
            info = zipfile.ZipInfo(path, _MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return out.getvalue()


def _writable(item: Item) -> bool:
    """Whether a right answer is left that QTI can compare, in every gap."""
    bodies = [gap.body for gap in item.body.gaps] if isinstance(item.body, ClozeBody) else [item.body]
    typed = [body for body in bodies if isinstance(body, TextBody)]
    return item.type in CARRIED and all(
        any(answer.fraction == 1 and not is_wild(answer.text) for answer in body.answers) for body in typed
    )


def _weakened(index: int, item: Item, name: str) -> Iterator[Found]:
    """What is carried, but not as it was."""
    refused = item.type in CARRIED and not _writable(item)
    for element in dict.fromkeys(_changed(item)):
        values: dict[str, object] = {"format": name, "field": element.rpartition(".")[2]}
        severity: Severity = "error" if refused and element.endswith("answers.text") else "warning"
        problem = Problem("field-not-carried", (), SAYS["field-not-carried"], values, severity)
        yield Found(problem, index, element=element, item=item.id)
    if any(UNFIT.search(text) for text in _strings(dump_item(item))):
        yield Found(Problem("qti-signs", (), _SAYS["qti-signs"], {}, "warning"), index, item=item.id)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


def _changed(item: Item) -> Iterator[str]:
    body = item.body
    if isinstance(body, TextBody):
        yield from _changed_text(body, "")
    if isinstance(body, ClozeBody):
        for gap in body.gaps:
            yield from _changed_gap(item, gap)
    for file in item.files:
        if _decoded(file.base64) is None or not _FILE.fullmatch(file.name):
            yield "files"


def _changed_text(body: TextBody, prefix: str) -> Iterator[str]:
    if body.match not in {USUAL, _CASED}:
        yield f"{prefix}match"
    if any(is_wild(answer.text) for answer in body.answers):
        yield f"{prefix}answers.text"
    if "*" in [answer.text for answer in body.answers[:-1]]:
        yield f"{prefix}answers.text"


def _changed_gap(item: Item, gap: Gap) -> Iterator[str]:
    if gap.weight != 1:
        yield "gaps.weight"
    options = getattr(gap.body, "options", ())
    if any(option.feedback for option in options):
        yield "gaps.feedback"
    if any(option.kind for option in options):
        yield "gaps.kind"
    if any(has_markup(item, option.text) for option in options):
        yield "gaps.options"
    if isinstance(gap.body, TextBody):
        yield from _changed_text(gap.body, "gaps.")


def _decoded(coded: str) -> bytes | None:
    try:
        return base64.b64decode(coded, validate=True)
    except (binascii.Error, ValueError):
        return None


def _media(item: Item, index: int) -> tuple[dict[str, bytes], dict[str, str]]:
    """The pictures by their path in the package, and their addresses as the item sees them."""
    files, addresses = {}, {}
    for place, file in enumerate(item.files, 1):
        content = _decoded(file.base64)
        if content is None:
            continue
        ending = PurePosixPath(file.mime).name
        name = file.name if _FILE.fullmatch(file.name) and file.name.strip(".") else f"picture-{place}.{ending}"
        files[f"media/q{index}/{name}"] = content
        addresses[file.name] = f"../media/q{index}/{quote(name)}"
    return files, addresses


def _identifier(item: Item, index: int, taken: set[str]) -> str:
    for name in (item.idnumber or "", item.id):
        if _NAME.fullmatch(name) and name not in taken:
            break
    else:
        name = f"item-{index}"
        while name in taken:
            name = f"{name}-x"
    taken.add(name)
    return name


def _item(tag: Tags, item: Item, identifier: str, pictures: dict[str, str]) -> str:
    writer = Writer(tag, item, pictures)
    questions = asked(writer)
    gaps = isinstance(item.body, ClozeBody)
    loose = [file for file in item.files if file.name in pictures and not _named(item, file.name)]
    shown = [tag("img", src=pictures[file.name], alt=file.alt) for file in loose]
    plain = item.text_format is TextFormat.PLAIN
    body = tag(
        "itemBody",
        tag("div", stem(writer, questions), class_="stem"),
        tag("div", *shown, class_="pictures") if shown else "",
        "" if gaps else _block(tag, questions[0].interaction, item.type),
        class_="plain" if plain else "html",
    )
    return tag(
        "assessmentItem",
        *(each.declaration for each in questions),
        _outcomes(writer, len(questions) if gaps else 0),
        body,
        tag("responseProcessing", *(each.marking for each in questions), *_closing(writer, len(questions), gaps=gaps)),
        *_modal(writer, [told for each in questions for told in each.feedback]),
        xmlns=_NAMESPACES[tag.version][0],
        identifier=identifier,
        title=item.title or "",
        label=item.idnumber,
        lang=item.lang,
        adaptive="false",
        timeDependent="false",
        toolName=TOOL,
        toolVersion="1",
    )


def _named(item: Item, name: str) -> bool:
    return any(f'file:{name}"' in text for text in _strings(dump_item(item)))


def _block(tag: Tags, interaction: str, kind: str) -> str:
    """What is typed stands in a paragraph; other interactions are blocks themselves."""
    return tag("p", interaction) if kind in {"text", "number"} else interaction


def _outcomes(writer: Writer, gaps: int) -> str:
    tag, points = writer.tag, writer.item.points
    most = decimal(points) if points != 1 else None
    scores = [_number(tag, SCORE, "0", normalMaximum=most)]
    scores += [_number(tag, f"{SCORE}_{number}", "0") for number in range(1, gaps + 1)]
    scores += [_number(tag, MAXSCORE, most)] if most else []
    feedback = tag("outcomeDeclaration", identifier=FEEDBACK, cardinality="multiple", baseType="identifier")
    return "".join([*scores, feedback])


def _number(tag: Tags, name: str, default: str, **more: object) -> str:
    usual = tag("defaultValue", tag("value", default))
    return tag("outcomeDeclaration", usual, identifier=name, cardinality="single", baseType="float", **more)


def _closing(writer: Writer, count: int, *, gaps: bool) -> Iterator[str]:
    """The mean of the gaps, the feedback that the score calls for, and at last the points that it is a share of."""
    tag, points = writer.tag, writer.item.points
    if gaps:
        total = tag("sum", *(writer.variable(f"{SCORE}_{number}") for number in range(1, count + 1)))
        whole = tag("baseValue", str(count), baseType="float")
        yield writer.score(tag("divide", total, whole))
    combined = writer.item.combined_feedback
    if combined:
        tests = (
            ("correct", tag("gte", writer.variable(SCORE), tag("baseValue", "1", baseType="float"))),
            ("incorrect", tag("lte", writer.variable(SCORE), tag("baseValue", "0", baseType="float"))),
        )
        found = [tag("responseIf" if not place else "responseElseIf", test, _show(writer, name))
                 for place, (name, test) in enumerate(tests)]  # fmt: skip
        yield tag("responseCondition", *found, tag("responseElse", _show(writer, "partial")))
    if writer.item.explanation:
        yield _show(writer, "explanation")
    if points != 1:
        yield writer.score(tag("product", writer.variable(SCORE), writer.number(points)))


def _show(writer: Writer, name: str) -> str:
    return writer.add_feedback(writer.tag("baseValue", name, baseType="identifier"))


def _modal(writer: Writer, told: Sequence[tuple[str, str]]) -> Iterator[str]:
    item, combined = writer.item, writer.item.combined_feedback
    texts = [*told, ("explanation", item.explanation)]
    if combined:
        texts += [("correct", combined.correct), ("partial", combined.partial), ("incorrect", combined.incorrect)]
    for name, text in texts:
        if text:
            yield writer.tag.told(
                "modalFeedback", writer.said(text), outcomeIdentifier=FEEDBACK, identifier=name, showHide="show"
            )


def _resource(item: Item, identifier: str, kind: str, href: str, media: dict[str, bytes]) -> str:
    tag = Tags()
    said = [tag("keyword", tag("string", signs(each), language=item.lang)) for each in item.tags]
    about = [tag("metadata", tag("lom", tag("general", *said), xmlns=_LOM))] if said else []
    files = [tag("file", href=href), *(tag("file", href=quote(path)) for path in media)]
    return tag("resource", *about, *files, identifier=f"res-{identifier}", type=kind, href=href)


def _manifest(version: int, resources: Sequence[str]) -> str:
    tag, (schema, number) = Tags(), _SCHEMAS[version]
    metadata = tag("metadata", tag("schema", schema), tag("schemaversion", number))
    inner = (metadata, tag("organizations"), tag("resources", *resources))
    return tag("manifest", *inner, xmlns=_NAMESPACES[version][1], identifier="quotidia")
