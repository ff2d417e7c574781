"""Titles and roles of office-holders: words that stand beside a name and are none."""

from __future__ import annotations

from hankesalkku.core.values.scanner import words

_ENDINGS = words(
    "johtaja päällikkö päällikko vastaava koordinaattori rehtori sihteeri suunnittelija ohjaaja opettaja"
    " kuraattori asiantuntija avustaja kehittäjä vastuuhenkilö yhteyshenkilö vetäjä controller assistentti"
    " ledare samordnare koordinator rektor direktör chef sekreterare planerare handledare lärare ansvarig"
    " coordinator manager leader director principal secretary planner officer specialist teacher"
)
_FIRST_WORDS = {
    "project",
    "head",
    "chief",
    "deputy",
    "vs",
    "va",
    "tf",
    "acting",
    "vt",
    "t.f.",
    "vt.",
    "vs.",
    "senior",
}


def is_role_word(word: str) -> bool:
    """Tell whether one word is a title or role in Finnish, Swedish or English.

    >>> is_role_word("projektipäällikkö"), is_role_word("Rektor"), is_role_word("Mallikas")
    (True, True, False)
    """
    return word.casefold().rstrip(".,:").endswith(tuple(_ENDINGS))


def is_role(text: str) -> bool:
    """Tell whether a whole text is a title or role: at most four words, the last of them a role word.

    >>> is_role("vs. sivistysjohtaja"), is_role("Maija Mallikas")
    (True, False)
    """
    parts = text.split()
    return 0 < len(parts) <= 4 and is_role_word(parts[-1])


def role_length(name: list[str]) -> int:
    """Give how many words at the start are a title, 0 where no name would remain.

    >>> role_length(["vs.", "rehtori", "Maija", "Mallikas"]), role_length(["rehtori"])
    (2, 0)
    """
    count = 0
    while count < len(name) and (name[count].casefold() in _FIRST_WORDS or is_role_word(name[count])):
        count += 1
    return count if count < len(name) else 0
