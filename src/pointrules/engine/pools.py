"""Pools divided at a ledger's date."""

from fractions import Fraction

from msgspec.structs import replace

from pointrules.engine.eligibility import are_met, requirements
from pointrules.engine.offer_desk import OfferDesk
from pointrules.ledger.pool_share import PoolDivision, PoolShare
from pointrules.model.number import Number, simplified
from pointrules.model.pool import Pool, Remainder
from pointrules.model.subject import Subject


def division(desk: OfferDesk, pool: Pool) -> PoolDivision:
    """The shares of all, in order of id; whatever cutting leaves over is the remainder."""
    kind = desk.ruleset.account(pool.account).subject_kind
    claims = [
        _claim(desk, pool, subject)
        for subject in desk.subjects
        if subject.kind is kind and desk.is_for(subject, pool.account)
    ]
    of_points = simplified(sum((claim.counted for claim in claims), Fraction(0)))
    shares = [_cut(claim, of_points) for claim in claims]
    remainder = simplified(pool.total - sum((share.cut for share in shares), Fraction(0)))
    kept = remainder
    if pool.remainder is Remainder.TO_HIGHEST and of_points:
        index = max(range(len(shares)), key=lambda place: (shares[place].counted, -place))
        shares[index] = replace(shares[index], extra=remainder)
        kept = 0
    return PoolDivision(pool, desk.as_of, of_points, tuple(shares), remainder, kept)


def _claim(desk: OfferDesk, pool: Pool, subject: Subject) -> PoolShare:
    """The points that count for a subject: none of one who is not eligible, none below 0."""
    points = desk.points(subject, pool.account, pool.measure)
    required = requirements(desk, pool.eligibility, subject)
    is_listed = desk.facts.is_listed(subject, desk.as_of)
    is_eligible = is_listed and are_met(required)
    counted: Number = max(points, 0) if is_eligible else 0
    return PoolShare(
        pool=pool,
        subject=subject,
        as_of=desk.as_of,
        requirements=required,
        is_listed=is_listed,
        is_eligible=is_eligible,
        points=points,
        counted=counted,
        of_points=0,
        exact=0,
        cut=0,
        extra=0,
    )


def _cut(claim: PoolShare, of_points: Number) -> PoolShare:
    if not of_points:
        return claim
    exact = simplified(Fraction(claim.pool.total * claim.counted) / of_points)
    cut = claim.pool.rounding.of(exact)
    return replace(claim, of_points=of_points, exact=exact, cut=cut)
