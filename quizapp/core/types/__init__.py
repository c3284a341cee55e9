"""The item types by name: the one place where a new type is registered."""

from quizapp.core.types.choice import ChoiceBody
from quizapp.core.types.classify import ClassifyBody
from quizapp.core.types.cloze import ClozeBody
from quizapp.core.types.contract import Body, Remark
from quizapp.core.types.matching import MatchingBody
from quizapp.core.types.multiple import MultipleBody
from quizapp.core.types.number import NumberBody
from quizapp.core.types.ordering import OrderingBody
from quizapp.core.types.text import TextBody
from quizapp.core.types.true_false import TrueFalseBody

TYPES: dict[str, type[Body]] = {
    body.type: body
    for body in (
        ChoiceBody,
        MultipleBody,
        TrueFalseBody,
        TextBody,
        NumberBody,
        MatchingBody,
        OrderingBody,
        ClozeBody,
        ClassifyBody,
    )
}

__all__ = [
    "TYPES",
    "Body",
    "ChoiceBody",
    "ClassifyBody",
    "ClozeBody",
    "MatchingBody",
    "MultipleBody",
    "NumberBody",
    "OrderingBody",
    "Remark",
    "TextBody",
    "TrueFalseBody",
]
