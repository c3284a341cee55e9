"""What a macro makes of a value that is the same for everybody is made once, and kept as long as the value."""

from typing import Any
from weakref import WeakKeyDictionary

from flask import Flask, request
from jinja2.runtime import Macro

_made: WeakKeyDictionary[Any, dict[Macro, str]] = WeakKeyDictionary()


def init_app(app: Flask) -> None:
    """Offer `kept` to templates."""
    app.jinja_env.globals["kept"] = kept


def kept(macro: Macro, value: Any) -> str:
    """What a macro of one value makes of it: a macro that reads nothing else, and is imported without the page's
    values, so that it is another one in each language."""
    if request.script_root:  # its addresses are those of this request
        return macro(value)
    made = _made.setdefault(value, {})
    if macro not in made:
        made[macro] = macro(value)
    return made[macro]
