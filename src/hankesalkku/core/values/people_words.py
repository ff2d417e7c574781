"""Titles and roles of office-holders: words that stand beside a name and are none."""

from __future__ import annotations


_ENDINGS = (
    "johtaja päällikkö päällikko vastaava koordinaattori rehtori sihteeri suunnittelija ohjaaja opettaja kuraattori"
    " asiantuntija avustaja erityisasiantuntija kehittäjä vastuuhenkilö yhteyshenkilö vetäjä controller assistentti"
    " ledare samordnare koordinator rektor direktör chef sekreterare planerare handledare lärare ansvarig"
    " coordinator manager leader director principal secretary planner officer specialist teacher"
).split()
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
    words = text.split()
    return 0 < len(words) <= 4 and is_role_word(words[-1])


def role_length(words: list[str]) -> int:
    """Give how many words at the start of a name are its title, 0 where a name would not remain.

    >>> role_length(["vs.", "rehtori", "Maija", "Mallikas"]), role_length(["rehtori"])
    (2, 0)
    """
    count = 0
    while count < len(words) and (words[count].casefold() in _FIRST_WORDS or is_role_word(words[count])):
        count += 1
    return count if count < len(words) else 0
