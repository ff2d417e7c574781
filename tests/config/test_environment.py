from __future__ import annotations

from pathlib import Path

import pytest

from hankesalkku.config.environment import SETTINGS, BadSetting, read_environment

OPEN = {
    "HANKESALKKU_BIND": "0.0.0.0",
    "HANKESALKKU_PUBLIC_ADDRESS": "https://hankkeet.mallila.example/",
    "HANKESALKKU_TRUSTED_PROXIES": "192.0.2.1, 192.0.2.2",
}


def test_without_any_setting_only_this_machine_is_served() -> None:
    found = read_environment({})
    assert (found.bind, found.port, found.public_address) == ("127.0.0.1", 8010, "http://127.0.0.1:8010")
    assert (found.is_loopback, found.mail.kind, found.database.engine) == (True, "none", "sqlite")


def test_an_open_bind_with_address_and_proxies_is_served_by_tls() -> None:
    found = read_environment(OPEN)
    assert found.public_address == "https://hankkeet.mallila.example"
    assert found.trusted_proxies == ("192.0.2.1", "192.0.2.2")
    assert not found.is_loopback


def test_a_loopback_bind_behind_tls_is_no_plain_one() -> None:
    found = read_environment({**OPEN, "HANKESALKKU_BIND": "127.0.0.1"})
    assert not found.is_loopback


@pytest.mark.parametrize("bind", ["0.0.0.0", "::", "192.0.2.7", "palvelin", "10.0.0.5", "2001:db8::1"])
@pytest.mark.parametrize(
    ("left_out", "named"),
    [("HANKESALKKU_PUBLIC_ADDRESS", "PUBLIC_ADDRESS"), ("HANKESALKKU_TRUSTED_PROXIES", "TRUSTED_PROXIES")],
)
def test_an_open_bind_without_address_or_proxies_refuses_to_start(
    bind: str, left_out: str, named: str
) -> None:
    given = {name: value for name, value in {**OPEN, "HANKESALKKU_BIND": bind}.items() if name != left_out}
    with pytest.raises(BadSetting, match=f"HANKESALKKU_{named}"):
        read_environment(given)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PUBLIC_ADDRESS", "http://hankkeet.mallila.example"),
        ("PUBLIC_ADDRESS", "https://"),
        ("PORT", "8o10"),
        ("PORT", "-1"),
        ("WORKERS", "kaksi"),
        ("DATABASE_URL", "mysql://x/y"),
        ("MAIL", "kirjekyyhky"),
        ("MAIL", "smtp"),
        ("MAIL_SECURITY", "ehkä"),
        ("SESSION_HOURS", "12.5"),
        ("SESSION_IDLE_MINUTES", "½"),
        ("TRUSTED_PROXIES", "192.0.2.1, proxy.mallila.example"),
        ("TRUSTED_PROXIES", "*"),
        ("LOG_LEVEL", "kaikki"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(name: str, value: str) -> None:
    with pytest.raises(BadSetting, match=f"HANKESALKKU_{name}"):
        read_environment({**OPEN, f"HANKESALKKU_{name}": value})


def test_the_secret_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    found = read_environment({"HANKESALKKU_DATA_DIR": str(tmp_path / "uusi")})
    key = found.secret_key()
    assert len(key) >= 64
    assert found.secret_key() == key
    assert found.secret_key_file.stat().st_mode & 0o077 == 0
    assert found.secret_key_file.parent.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("postgresql://mallila:s%40la@db:5433/rekisteri", ("rekisteri", "db", "5433", "mallila", "s@la")),
        (
            "postgres:///rekisteri?host=/run/postgresql&user=mallila",
            ("rekisteri", "/run/postgresql", "", "mallila", ""),
        ),
    ],
)
def test_a_database_address_is_read(url: str, told: tuple[str, ...]) -> None:
    found = read_environment({"HANKESALKKU_DATABASE_URL": url}).database
    assert (found.name, found.host, found.port, found.user, found.password) == told


def test_every_setting_is_in_the_table() -> None:
    import re

    import hankesalkku.config.environment as module

    source = Path(module.__file__).read_text(encoding="utf-8")
    asked = set(re.findall(r'get\("([A-Z_]+)"\)', source))
    assert asked == {setting.name for setting in SETTINGS}
