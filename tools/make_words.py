"""Writes docs/reference/words.md, the word list in three languages: `.venv/bin/python tools/make_words.py`.

The rows of the card come from the field table; the other words and all definitions are written here by hand. Words that
practice forbids (*painos* for a report version, *avain* for a ledger key) have no place in it.
"""

from __future__ import annotations

from pathlib import Path

from hankesalkku.core.card.fields import FIELDS, FieldKey
from hankesalkku.core.values.phase import PHASE_WORDS, Phase

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "words.md"
HEAD = """\
# Words in three languages

<!-- Made by tools/make_words.py: do not edit by hand. -->

The words that the product, its pages and its reports use, one for each thing. Finnish is written first; the Swedish is
Finland's administrative Swedish, and awaits review by a native speaker.

"""
ROW_MEANS = {
    FieldKey.NAME: "what the project is called in decisions",
    FieldKey.DESCRIPTION: "what is done and for whom",
    FieldKey.UNIT: "the path of units that runs the project, the widest first",
    FieldKey.RESPONSIBLE_PERSONS: "who answers for the project; the first is accountable",
    FieldKey.PERIOD: "from when to when the project runs, and where it stands",
    FieldKey.FUNDER_DECISION: "who grants the money, when, under which case number",
    FieldKey.MUNICIPAL_DECISION: "the municipality's own decision: body, section, date",
    FieldKey.BUDGET_YEARS: "the years whose budget holds the project",
    FieldKey.GROSS_INCOME: "all income of the whole project, most of it grants",
    FieldKey.GROSS_EXPENDITURE: "all planned costs of the whole project",
    FieldKey.MUNICIPAL_SHARE: "what the municipality pays itself: expenditure less income",
    FieldKey.OTHER_INFORMATION: "the municipality's case number with its link, and what else there is",
    FieldKey.STATUS: "what has happened, and how much of the expenditure has been spent",
    FieldKey.ACTUALS_CHECKED: "that the responsible person has compared the figures with the accounts",
}
PHASE_MEANS = {
    Phase.IDEA: "a project nobody has applied for yet",
    Phase.APPLICATION: "an application is being written or has been sent",
    Phase.AWAITING_DECISION: "the funder has not decided yet",
    Phase.PLANNING: "granted, not begun",
    Phase.IMPLEMENTATION: "running",
    Phase.FINAL_REPORT: "over; the account to the funder is being made",
    Phase.CLOSED: "settled",
    Phase.REJECTED: "the funder said no",
    Phase.WITHDRAWN: "the municipality took its application back",
}
TERMS = """
hanke | projekt | project | work with an aim, an end and a budget, here with outside money
hankekortti | projektkort | project card | the fourteen rows about one project
raportti | rapport | report | all cards of a division for a committee
raporttiversio | rapportversion | report version | a report as it was given; it never changes afterwards
lukita raportti | låsa rapporten | lock the report | make a report version of it
raportointikierros | rapporteringsomgång | reporting round | the time in which all responsible persons answer
osavuosikatsaus | delårsöversikt | interim report | a round in the middle of the year
tilinpäätös | bokslut | annual accounts | the accounts of a whole year
talousarvio | budget | budget | what the council lets be spent in a year
toimiala | sektor | division | the widest unit of a municipality
lautakunta | nämnd | committee | the elected body of a division
kaupunginhallitus | stadsstyrelsen | city board | the elected body that prepares and carries out
viranhaltijapäätös | tjänsteinnehavarbeslut | office-holder's decision | a decision one office-holder makes alone
pykälä (§) | paragraf (§) | section (§) | the number of a matter; runs from 1 each year, body by body
pöytäkirja | protokoll | minutes | what a body decided, section by section
esityslista | föredragningslista | agenda | what a body will decide
liite | bilaga | annex | a document that goes with a matter
merkitä tiedoksi | anteckna för kännedom | take note of | what a committee does with a report
asianumero | ärendenummer | case number | the number of a matter in a case register
tehtäväluokka | uppgiftsklass | task class | the part of a case number that tells the kind of matter
rahoittaja | finansiär | funder | who grants the money
avustus | understöd | grant | money for a stated use, with terms
valtionavustus | statsunderstöd | state grant | a grant from the state
avustuspäätös | understödsbeslut | grant decision | the funder's decision: sum, use, terms
käyttöaika | användningstid | use period | the time in which costs count for the grant
hyväksyttävät menot | godtagbara utgifter | accepted costs | costs that the funder's terms allow
enimmäisosuus | maximiandel | ceiling | the largest share of accepted costs a grant covers
maksatushakemus | utbetalningsansökan | claim | asking the funder for money against costs
loppuselvitys | slutredovisning | final report | the last account to the funder
jatkoaika | förlängning | extension | a later end of the use period, granted by the funder
takaisinperintä | återkrav | recovery | the funder takes money back
omarahoitus | egenfinansiering | own funding | what the municipality pays itself
toteuma | utfall | actuals | what the accounts say has been spent or received
etenemä | utfall i procent | progress | actual expenditure as a percentage of gross expenditure
siirtosaaminen | resultatregleringsfordran | receivable | earned from the funder, not yet paid
saatu ennakko | erhållet förskott | advance held | paid by the funder, not yet earned
avaussaldo | ingående saldo | opening balance | what happened before the first imported month
laskentatunniste | kontodimension | ledger key | cost centre or project code by which postings find their project
kirjaus | bokföringshändelse | posting | a row of the ledger
kustannuspaikka | kostnadsställe | cost centre | the place in the accounts that bears costs
pääkirja | huvudbok | ledger | all postings, account by account
kohdistamaton | ohänförd | unmatched | a posting that belongs to no project yet
lukita kausi | låsa perioden | lock the period | let nothing in a past period change
vahvistus | bekräftelse | attestation | the responsible person's word that the actuals are right
palauttaa täydennettäväksi | återsända för komplettering | return for completion | an answer lacks something
avautunut uudelleen | öppnad på nytt | reopened | a report opened again after it was accepted
havainto | observation | finding | a place in a report that does not add up, and why it matters
virhe | fel | error | cannot be true, or must not leave the house
varoitus | varning | warning | probably wrong or missing
tiedoksi | för kännedom | note | worth a look, often right
kuitata havainto | kvittera observationen | set a finding aside | say with a reason that it is right as it is
luettiin näin | lästes så här | import remark | how the file was read
saavutettava | tillgänglig | accessible | can be read with a screen reader
"""


def table(lines: list[str]) -> str:
    """Set lines `fi | sv | en | meaning` as a table."""
    head = "| suomi | svenska | English | what it means |\n| --- | --- | --- | --- |\n"
    return head + "".join(f"| {line} |\n" for line in lines)


def page() -> str:
    """Write the whole page."""
    rows = [f"{f.labels['fi']} | {f.labels['sv']} | {f.labels['en']} | {ROW_MEANS[f.key]}" for f in FIELDS]
    languages = ("fi", "sv", "en")
    phases = [
        " | ".join([*(PHASE_WORDS[language][phase] for language in languages), meaning])
        for phase, meaning in PHASE_MEANS.items()
    ]
    parts = {
        "The fourteen rows of a card": rows,
        "Phases": phases,
        "Other words": TERMS.strip().splitlines(),
    }
    return HEAD + "\n".join(f"## {title}\n\n{table(lines)}" for title, lines in parts.items())


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"{PAGE.name}: {page().count(chr(10) + '| ') - 6} words")
