"""What happens to an officer's account after it was made; the secrets themselves are in no entry."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SecretSet:
    """A new secret: ``pin`` is its Argon2id verifier. ``temporary``: it must be changed at the next sign-in.

    ``second`` is the second factor sealed anew under the new secret; empty takes it away.
    """

    pin: str
    temporary: bool = False
    second: str = ""


@dataclass(frozen=True, slots=True)
class OfficerBarred:
    """The account may not be used any more, or again; what its officer did stays."""

    barred: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SecondFactorSet:
    """The key of the telephone's codes, sealed under the secret of the verifier ``under``, and the recovery codes.

    ``recovery`` are Argon2id verifiers. Where the secret was changed meanwhile, nobody could open what is sealed here,
    so it counts for nothing.
    """

    under: str
    sealed: str
    recovery: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecoveryCodeUsed:
    """A recovery code let its officer in and is worth nothing from now on; ``code`` is its verifier."""

    code: str


@dataclass(frozen=True, slots=True)
class OfficerSignedIn:
    """The account is in use, so that every machine knows: once a week, and when the second factor is first asked."""


OfficerFact = SecretSet | OfficerBarred | SecondFactorSet | RecoveryCodeUsed | OfficerSignedIn

OFFICER_KINDS: dict[str, type] = {
    "officer.secret_set": SecretSet,
    "officer.barred": OfficerBarred,
    "officer.second_factor_set": SecondFactorSet,
    "officer.recovery_code_used": RecoveryCodeUsed,
    "officer.signed_in": OfficerSignedIn,
}
