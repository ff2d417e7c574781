"""Finnish compounds that are often written apart, with their right form. Chosen by hand; an organisation may add.

Only pairs whose first word cannot stand before the second on its own are listed: *valtion avustus* is right, too.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SplitCompound:
    """A first word, the forms or beginnings of the second, and what joins them."""

    first: str
    seconds: tuple[str, ...]
    joiner: str = ""


_TIME = ("aika", "aikana", "aikaan", "ajan", "ajaksi", "ajalla", "ajalle", "ajalta", "ajoilla", "ajat")
_DAY = ("päivä", "päivän", "päivää", "päivällä", "päivät", "päivisin", "päivien")
_ACTIVITY = ("toiminta", "toiminnan", "toimintaa", "toimintaan", "toiminnassa", "toiminnalla")
_WORK = ("työ", "työn", "työtä", "työhön", "työssä", "työllä")
_EDUCATION = ("opetus", "opetuksen", "opetusta", "opetukseen", "opetuksessa")
_PROJECT = ("hanke", "hankkeen", "hanketta", "hankkeessa", "hankkeeseen", "hankkeella", "hankkeet")
_GRANT = ("avustus", "avustuksen", "avustusta", "avustukseen", "avustuksella")
_HOLIDAY = ("loma", "loman", "lomaa", "lomalla", "lomat", "lomien", "lomaksi")

SPLIT_COMPOUNDS: tuple[SplitCompound, ...] = (
    SplitCompound("loma", _TIME, "-"),
    SplitCompound("kesä", _HOLIDAY),
    SplitCompound("syys", _HOLIDAY),
    SplitCompound("talvi", _HOLIDAY),
    SplitCompound("hiihto", _HOLIDAY),
    SplitCompound("joulu", _HOLIDAY),
    SplitCompound("aamu", _DAY),
    SplitCompound("ilta", _DAY),
    SplitCompound("koulu", (*_DAY, "vuosi", "vuoden", "vuonna", "vuotta", "laiset", "laisten", "laisille")),
    SplitCompound("iltapäivä", _ACTIVITY),
    SplitCompound("harrastus", _ACTIVITY),
    SplitCompound("kerho", _ACTIVITY),
    SplitCompound("liikunta", _ACTIVITY),
    SplitCompound("päiväleiri", _ACTIVITY),
    SplitCompound(
        "hanke", (*_ACTIVITY, *_TIME, "koordinaattori", "koordinaattorin", "työntekijä", "työntekijän")
    ),
    SplitCompound("nuoriso", (*_WORK, "tila", "tilan", "tilat", "palvelut", "palveluiden")),
    SplitCompound("perhe", _WORK),
    SplitCompound("yhteis", (*_WORK, "opettajuus", "opettajuuden")),
    SplitCompound("esi", _EDUCATION),
    SplitCompound("perus", _EDUCATION),
    SplitCompound("tuki", _EDUCATION),
    SplitCompound("varhais", ("kasvatus", "kasvatuksen", "kasvatusta", "kasvatukseen", "kasvatuksessa")),
    SplitCompound("jatko", (*_PROJECT, "koulutus", "koulutuksen")),
    SplitCompound("pilotti", _PROJECT),
    SplitCompound("kehittämis", _PROJECT),
    SplitCompound("kehitys", _PROJECT),
    SplitCompound("erityis", (*_GRANT, "opetus", "opetuksen", "opettaja", "opettajan")),
    SplitCompound("tasa", ("arvo", "arvon", "arvoa", "arvoon", "arvoinen", "arvoisen", "arvoista"), "-"),
    SplitCompound("hyvin", ("vointi", "voinnin", "vointia", "vointiin")),
    SplitCompound("koulutus", ("päivä", "päivän", "päivät", "päivien")),
    SplitCompound("rahoitus", ("osuus", "osuuden", "päätös", "päätöksen", "hakemus", "hakemuksen")),
    SplitCompound("tilin", ("päätös", "päätöksen", "päätökseen", "päätöksessä")),
    SplitCompound("talous", ("arvio", "arvion", "arvioon", "arviossa")),
)
