import pytest

from hankesalkku.core.reference.funders import (
    FUNDERS,
    funder_named,
    funder_of,
    funders_in,
    funders_with_prefix,
)

ESAVI = "Etelä-Suomen aluehallintovirasto"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Opetus- ja kulttuuriministeriö", "Opetus- ja kulttuuriministeriö"),
        ("OPETUS– JA  KULTTUURIMINISTERIÖLTÄ", "Opetus- ja kulttuuriministeriö"),
        ("okm", "Opetus- ja kulttuuriministeriö"),
        ("OPH:n", "Opetushallitus"),
        ("Opetushallituksen", "Opetushallitus"),
        ("Utbildningsstyrelsens", "Opetushallitus"),
        ("Finnish National Agency for Education", "Opetushallitus"),
        ("Etelä-Suomen AVI", ESAVI),
        ("Etelä-Suomen aluehallintoviraston", ESAVI),
        ("Uudenmaan ELY-keskukselta", "Uudenmaan elinkeino-, liikenne- ja ympäristökeskus"),
        ("Uudenmaan liiton", "Uudenmaan liitto"),
        ("Business Finlandin", "Innovaatiorahoituskeskus Business Finland"),
        ("Kelan", "Kansaneläkelaitos"),
        ("ESR+", "Euroopan sosiaalirahasto plus"),
        ("Leader Mallila ry", "Leader Mallila ry"),
        ("Lapin elinvoimakeskus", "Lapin elinvoimakeskus"),
    ],
)
def test_funder_named_knows_a_name_in_any_form(text: str, name: str) -> None:
    funder = funder_named(text)

    assert funder is not None
    assert funder.name == name


@pytest.mark.parametrize("text", ["", "Mallilan säätiö", "aluehallintovirasto", "OPH ja OKM", "12.4.2022"])
def test_funder_named_leaves_the_unknown_and_the_ambiguous_alone(text: str) -> None:
    assert funder_named(text) is None


def test_funder_of_takes_the_legal_name_only() -> None:
    assert funder_of("Opetushallitus") == funder_named("OPH")
    assert funder_of("OPH") is None


@pytest.mark.parametrize(
    ("prefix", "names"),
    [("ESAVI", [ESAVI]), ("esavi", [ESAVI]), ("OPH", ["Opetushallitus"]), ("XYZ", [])],
)
def test_funders_with_prefix(prefix: str, names: list[str]) -> None:
    assert [funder.name for funder in funders_with_prefix(prefix)] == names


def test_funders_with_prefix_of_the_government_fits_every_ministry() -> None:
    assert len(funders_with_prefix("VN")) == 12


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("OKM 12.4.2022 / Opetushallituksen päätös", ["OKM", "Opetushallituksen"]),
        ("rahoitus om beviljas", []),
        ("Euroopan sosiaalirahasto plus", ["Euroopan sosiaalirahasto plus"]),
    ],
)
def test_funders_in_finds_the_longest_names(text: str, found: list[str]) -> None:
    assert [text[mention.start : mention.end] for mention in funders_in(text)] == found


def test_successors_are_funders_and_begin_when_the_old_one_ends() -> None:
    for funder in FUNDERS:
        if funder.successor is not None:
            successor = funder_of(funder.successor)
            assert successor is not None
            assert funder.valid_to is not None
            assert successor.valid_from is not None
            assert successor.valid_from.first_day > funder.valid_to.last_day


def test_names_and_short_names_are_unique() -> None:
    names = [name for funder in FUNDERS for name in (funder.name, *funder.short_names)]

    assert len(names) == len(set(names))
