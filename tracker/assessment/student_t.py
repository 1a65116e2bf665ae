"""Student's t distribution with five degrees of freedom: a bell with tails heavy enough for short official series."""

from math import atan, pi, sqrt

HALF_OF_80_PERCENT = 1.4758840488244815
"""Nine tenths of the distribution lie below this, so that four fifths lie between its negative and itself."""
FARTHEST = 1e6


def share_below(score: float) -> float:
    """The share of the distribution below a standardised score (Abramowitz & Stegun 1964, 26.7.3)."""
    score = min(max(score, -FARTHEST), FARTHEST)
    cosine_squared = 5 / (5 + score * score)
    sine_cosine = score / sqrt(5) * cosine_squared
    return 0.5 + (atan(score / sqrt(5)) + sine_cosine * (1 + 2 / 3 * cosine_squared)) / pi
