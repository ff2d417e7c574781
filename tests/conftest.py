"""What every test shares: the Hypothesis profiles, the long tests' switch and the real sample."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from hankesalkku.writers.pdf import document
from hankesalkku.writers.pdf.finish import finish
from tests.support import oidc_server, verapdf

# No deadlines: a test does not time (STYLE 16), and two busy cores would make it fail by chance.
settings.register_profile("dev", max_examples=50, deadline=None)
settings.register_profile("ci", max_examples=150, deadline=None, derandomize=True, print_blob=True)
settings.register_profile(
    "full", max_examples=3_000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))

REPOSITORY = Path(__file__).parents[1]
SAMPLE = Path(os.environ.get("HANKESALKKU_SAMPLE", REPOSITORY.parent / "shared" / "data" / "heinola-2023"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the long tests unless `make full` asked for them."""
    if os.environ.get("HANKESALKKU_TEST_FULL") == "1":
        return
    for item in items:
        if item.get_closest_marker("full"):
            item.add_marker(pytest.mark.skip(reason="takes long: run `make full`"))


@pytest.fixture(scope="session")
def sample() -> Path:
    """Give the folder of the real sample report, which names people and is therefore not part of the project."""
    if not (SAMPLE / "expected.json").exists():
        pytest.skip(
            f"the real sample report is not on this machine (looked in {SAMPLE.name}/ beside the project)"
        )
    return SAMPLE


@pytest.fixture(scope="session", autouse=True)
def every_pdf_conforms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let veraPDF judge every PDF that the tests of this process write, whatever they are about."""
    folder = tmp_path_factory.mktemp("written-pdfs")

    def kept(*arguments: Any, **named: Any) -> bytes:  # noqa: ANN401 - hands on whatever the writer gives
        content = finish(*arguments, **named)
        (folder / f"{hashlib.sha256(content).hexdigest()}.pdf").write_bytes(content)
        return content

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(document, "finish", kept)
        yield
    written = sorted(folder.iterdir())
    if written and verapdf.missing() is None:
        failures = {path.name: found for path, found in verapdf.check_all(written).items() if found}
        assert failures == {}, f"of {len(written)} PDFs written by these tests, some do not conform: {folder}"


@pytest.fixture(scope="session")
def listening_provider() -> Iterator[oidc_server.OidcProvider]:
    """Let the tests' identity provider listen; tests take `oidc_provider`, which is as new each time."""
    with oidc_server.serving() as provider:
        yield provider


@pytest.fixture
def oidc_provider(listening_provider: oidc_server.OidcProvider) -> oidc_server.OidcProvider:
    """Give an OpenID Connect provider on loopback that signs a made-up person in, or misbehaves as told."""
    listening_provider.forget()
    return listening_provider
