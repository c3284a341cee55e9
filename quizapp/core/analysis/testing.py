"""When a figure is no chance: Fisher's transformation, and one-sided tests on the normal curve."""

import math
from statistics import NormalDist

_NORMAL = NormalDist()
_MOST_R = 1 - 1e-12


def fisher(r: float) -> float:
    """A correlation on the scale where its standard error over n pairs is 1/√(n − 3); ±1 is held just within."""
    return math.atanh(max(-_MOST_R, min(_MOST_R, r)))


def surely_above(value: float, error: float, chance: float) -> bool:
    """Whether `value`, known to within the standard error, lies so far above 0 that chance alone puts it there in at
    most the share `chance` of cases."""
    return value > error * _NORMAL.inv_cdf(1 - chance)
