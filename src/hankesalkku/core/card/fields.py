"""THE table of the card's fourteen fields: key, order, type, labels and synonyms in three languages.

Everything that knows a field reads it from here: recognisers, writers, forms, columns. Sources: DESIGN.md 4 for the
labels, requirements D93 for the synonyms (Swedish and English wordings are proposals for review by a native speaker).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

LANGUAGES = ("fi", "sv", "en")


class FieldKey(StrEnum):
    """The fourteen keys of the card document (CONTRACTS.md 2), in the order of the card."""

    NAME = "name"
    DESCRIPTION = "description"
    UNIT = "unit"
    RESPONSIBLE_PERSONS = "responsible_persons"
    PERIOD = "period"
    FUNDER_DECISION = "funder_decision"
    MUNICIPAL_DECISION = "municipal_decision"
    BUDGET_YEARS = "budget_years"
    GROSS_INCOME = "gross_income"
    GROSS_EXPENDITURE = "gross_expenditure"
    MUNICIPAL_SHARE = "municipal_share"
    OTHER_INFORMATION = "other_information"
    STATUS = "status"
    ACTUALS_CHECKED = "actuals_checked"


MONEY_KEYS = (FieldKey.GROSS_INCOME, FieldKey.GROSS_EXPENDITURE, FieldKey.MUNICIPAL_SHARE)
TEXT_KEYS = (FieldKey.NAME, FieldKey.DESCRIPTION, FieldKey.OTHER_INFORMATION, FieldKey.STATUS)


class FieldType(StrEnum):
    """What a field's value is."""

    TEXT = "text"
    UNIT_PATH = "unit_path"
    PEOPLE = "people"
    PERIOD = "period"
    FUNDER_DECISION = "funder_decision"
    MUNICIPAL_DECISION = "municipal_decision"
    YEARS = "years"
    MONEY = "money"
    ATTESTATION = "attestation"


@dataclass(frozen=True, slots=True)
class Synonym:
    """Another wording of a label; `is_approximate` marks one whose quantity may differ (≈ in D93)."""

    text: str
    language: str
    is_approximate: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One of the fourteen: its key, number from 1, type, canonical label per language and synonyms."""

    key: FieldKey
    number: int
    type: FieldType
    labels: dict[str, str]
    synonyms: tuple[Synonym, ...]

    def label(self, language: str) -> str:
        """Give the canonical label in a language.

        Raises:
            KeyError: the language is none of LANGUAGES.
        """
        return self.labels[language]


APPROXIMATE = "≈"


def _synonyms(language: str, listed: str) -> tuple[Synonym, ...]:
    """Split a line of the table (` · ` between wordings, ≈ before an approximate one)."""
    texts = [text.strip() for text in listed.split("·") if text.strip()]
    return tuple(
        Synonym(text.removeprefix(APPROXIMATE).strip(), language, text.startswith(APPROXIMATE))
        for text in texts
    )


def _field(number: int, key: FieldKey, kind: FieldType, fi: str, sv: str, en: str) -> Field:
    """Make a field of three lines; the first wording of each is the canonical label."""
    lines = {"fi": fi, "sv": sv, "en": en}
    labels = {language: line.split("·")[0].strip() for language, line in lines.items()}
    synonyms = tuple(synonym for language, line in lines.items() for synonym in _synonyms(language, line))
    return Field(key, number, kind, labels, synonyms)


FIELDS: tuple[Field, ...] = (
    _field(
        1,
        FieldKey.NAME,
        FieldType.TEXT,
        "Hankkeen nimi · Hanke · Hankenimi · Projektin nimi · Projekti · Hankkeen virallinen nimi · "
        "Hankkeen nimi ja tunnus · Nimi",
        "Projektets namn · Projektnamn · Projekt · Projektets benämning",
        "Project name · Project · Title of the project",
    ),
    _field(
        2,
        FieldKey.DESCRIPTION,
        FieldType.TEXT,
        "Kuvaus / mitä tehdään · Kuvaus · Hankkeen kuvaus · Mitä tehdään · Lyhyt kuvaus · "
        "Hankkeen sisältö · Tavoitteet ja toimenpiteet · Tavoite · Hankkeen tarkoitus · Tiivistelmä · "
        "≈ Avustuksen käyttötarkoitus",
        "Beskrivning / vad görs · Beskrivning · Projektbeskrivning · Mål och åtgärder · Syfte · "
        "Sammanfattning",
        "Description / what is done · Description · Summary · Objectives",
    ),
    _field(
        3,
        FieldKey.UNIT,
        FieldType.UNIT_PATH,
        "Hallinnoitsija / tehtävä · Hallinnoija · Hankkeen hallinnoija · Hallinnoiva yksikkö · "
        "Vastuuyksikkö · Vastuualue · Palvelualue · Tulosalue · Toimiala · Toimiala / yksikkö · Yksikkö · "
        "≈ Toteuttaja",
        "Förvaltare / uppgift · Ansvarig enhet · Enhet · Ansvarsområde · Sektor / enhet · ≈ Genomförare",
        "Administering unit / task · Responsible unit · Department / unit",
    ),
    _field(
        4,
        FieldKey.RESPONSIBLE_PERSONS,
        FieldType.PEOPLE,
        "Vastuuhenkilö · Vastuuhenkilöt · Hankkeen vastuuhenkilö · Projektipäällikkö · Hankepäällikkö · "
        "Hankevastaava · Vastuuviranhaltija · Hankkeen omistaja · ≈ Yhteyshenkilö",
        "Ansvarig person · Ansvarspersoner · Projektledare · Projektansvarig · ≈ Kontaktperson",
        "Responsible person · Responsible persons · Project manager · ≈ Contact person",
    ),
    _field(
        5,
        FieldKey.PERIOD,
        FieldType.PERIOD,
        "Toteutusaika / hankevaihe · Toteutusaika · Hankeaika · Hankekausi · Hankkeen kesto · Kesto · "
        "Aikataulu · Ajankohta · Toteuttamisaika · Vaihe · Hankevaihe · ≈ Avustuksen käyttöaika · "
        "Hankeika",
        "Genomförandetid / projektfas · Genomförandetid · Projekttid · Tidtabell · Projektets längd · "
        "Fas · ≈ Användningstid",
        "Implementation period / phase · Duration · Period · Schedule · Phase",
    ),
    _field(
        6,
        FieldKey.FUNDER_DECISION,
        FieldType.FUNDER_DECISION,
        "Rahoittaja, päätös · Rahoittaja · Rahoittaja ja päätös · Rahoituspäätös · Rahoittajan päätös · "
        "Ulkopuolinen rahoittaja · Myöntäjä · Avustuksen myöntäjä · Valtionapuviranomainen · "
        "Rahoituslähde · Rahoittaja / diaarinumero",
        "Finansiär, beslut · Finansiär · Finansieringsbeslut · Understödsgivare · Beviljare · "
        "Statsbidragsmyndighet",
        "Funder, decision · Funder · Funding decision · Granted by",
    ),
    _field(
        7,
        FieldKey.MUNICIPAL_DECISION,
        FieldType.MUNICIPAL_DECISION,
        "Kaupungin päätös · Kunnan päätös · Oma päätös · Toimielimen päätös · Lautakunnan päätös · "
        "Päätös, § ja pvm · Käsittely toimielimessä · Viranhaltijapäätös · ≈ Hyväksytty",
        "Stadens beslut · Kommunens beslut · Organets beslut · Nämndens beslut · Tjänsteinnehavarbeslut",
        "City's decision · Municipal decision · Committee decision",
    ),
    _field(
        8,
        FieldKey.BUDGET_YEARS,
        FieldType.YEARS,
        "Budjetoitu; vuodet · Budjetoitu, vuodet · Budjetoitu vuosille · Budjettivuodet · "
        "Talousarviovuodet · TA-vuodet · Talousarviossa",
        "Budgeterat; år · Budgetår · Budgeterat för åren · I budgeten",
        "Budgeted; years · Budget years · Years budgeted",
    ),
    _field(
        9,
        FieldKey.GROSS_INCOME,
        FieldType.MONEY,
        "Bruttotulot koko hankeajalta · Bruttotulot · Tulot · Tulot yhteensä · ≈ Ulkopuolinen rahoitus · "
        "≈ Myönnetty avustus · ≈ Avustus · ≈ Valtionavustus · ≈ Saatu rahoitus · ≈ Tuki",
        "Bruttoinkomster för hela projekttiden · Bruttoinkomster · Intäkter · Inkomster totalt · "
        "≈ Extern finansiering · ≈ Beviljat understöd",
        "Gross income over the whole project · Gross income · Income · ≈ External funding · ≈ Grant awarded",
    ),
    _field(
        10,
        FieldKey.GROSS_EXPENDITURE,
        FieldType.MONEY,
        "Bruttomenot (suunniteltu) · Bruttomenot · Menot · Menot yhteensä · Kokonaismenot · "
        "Kokonaiskustannukset · Hankkeen kustannukset · Kustannusarvio · Kokonaiskustannusarvio · Hankkeen budjetti · "
        "≈ Hyväksytyt kustannukset",
        "Bruttoutgifter (planerade) · Bruttoutgifter · Utgifter · Totalkostnader · Kostnadskalkyl · "
        "Projektbudget",
        "Gross expenditure (planned) · Gross expenditure · Total costs · Project budget",
    ),
    _field(
        11,
        FieldKey.MUNICIPAL_SHARE,
        FieldType.MONEY,
        "Kaupungin rahoitusosuus · Kunnan rahoitusosuus · Omarahoitus · Omarahoitusosuus · "
        "Kaupungin osuus · Kaupungin omarahoitus · Kuntaosuus · Kuntaraha · Oma osuus · Kunnan osuus · ≈ Nettomenot",
        "Stadens finansieringsandel · Kommunens finansieringsandel · Stadens andel · Egen finansiering · "
        "Självfinansiering · Kommunandel",
        "City's funding share · City's share · Municipal share · Own contribution · Self-financing",
    ),
    _field(
        12,
        FieldKey.OTHER_INFORMATION,
        FieldType.TEXT,
        "Muita tietoja · Muut tiedot · Lisätietoja · Lisätiedot · Huomautukset · Huomioitavaa · Muuta · "
        "Asianumero · Diaarinumero · Dynasty",
        "Övriga uppgifter · Tilläggsuppgifter · Övrigt · Anmärkningar · Ärendenummer · Diarienummer",
        "Other information · Further information · Notes · Case number",
    ),
    _field(
        13,
        FieldKey.STATUS,
        FieldType.TEXT,
        "Hankkeen tilanne ja talouden etenemä (%-lukuna) · Hankkeen tilanne · Tilanne · Tilannekatsaus · "
        "Hankkeen eteneminen · Eteneminen · Talouden toteuma · Toteuma · Toteuma-% · ≈ Tulokset",
        "Projektets läge och ekonomiskt utfall (i procent) · "
        "Projektets läge och ekonomins framskridande (i procent) · Projektets läge · Läge · "
        "Lägesrapport · Framskridande · Utfall · Utfall-%",
        "Project status and financial progress (%) · Status · Progress · Financial progress",
    ),
    _field(
        14,
        FieldKey.ACTUALS_CHECKED,
        FieldType.ATTESTATION,
        "Vastuuhenkilö on tarkastanut hankkeen taloustoteumat talous- ym. järjestelmistä · "
        "Vastuuhenkilö on tarkistanut hankkeen taloustoteumat talous- ym. järjestelmistä · "
        "Taloustoteuma tarkastettu · Toteuma tarkastettu · Tiedot tarkastettu · Tarkastettu · "
        "Vastuuhenkilön tarkastus · Kuittaus · Vahvistettu",
        "Den ansvariga personen har granskat projektets ekonomiska utfall i ekonomisystemen m.fl. · "
        "Den ansvariga har granskat projektets ekonomiska utfall i ekonomisystemen · "
        "Ekonomiskt utfall granskat · Utfallet granskat · Granskat av",
        "The responsible person has checked the actuals in the finance systems · Actuals checked · "
        "Checked by",
    ),
)

BY_KEY: dict[str, Field] = {field.key.value: field for field in FIELDS}
