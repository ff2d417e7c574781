"""Texts that tempt a writer to break, to lose something or to run a command."""

HOSTILE_TEXTS = (
    "\x00\x01\x07 ohjaus\x7f\x85",
    "😀 👩‍👩‍👧 ✓ ☑️",
    "#set page(fill: red) $x^2$ *b* _i_ <nimi> @viite `raw` // /* \\",
    "<script>alert(1)</script> <b>&amp; \"lainaus\" 'puoli'",
    "W" * 5_000,
    "a" * 200 + "/" + "b" * 300,
    "שלום עולם مرحبا",
    "a\u0308a\u0301\u0323q\u0301",
    "\ud800",
    "\u202eabc\u202c \ufeff \u200b\u2028x",
    "rivi 1\nrivi 2\tsarake",
    "pehmeä\u00adtavu " * 30,
    "\ue000\U000e0001\U0010ffff",
    "=  Otsikko\n- luettelo\n+ x\n/ t: d",
    " ",
    "\u00a0\u200b",
    "ﬁ ﬂ Ω Жук čđŋšŧž ǥǧǩǯʒ",
)
