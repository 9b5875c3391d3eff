"""What every test shares: options, golden files, the seed and size of generated tests."""

import secrets
from pathlib import Path

import pytest
from hypothesis import settings

from golden import GoldenFile

CHECKOUT = Path(__file__).resolve().parent.parent

# INVARIANT: no deadline. Tests time nothing; a slow machine is not a failing one.
settings.register_profile("ci", max_examples=40, deadline=None, print_blob=True, derandomize=False)
settings.register_profile("thorough", settings.get_profile("ci"), max_examples=2000)
settings.load_profile("ci")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="rewrite expected texts with what the code says now; read the diff afterwards",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    # Drawn here and not by Hypothesis, so that the header can say it for every run, green ones too.
    if config.getoption("--hypothesis-seed") is None:
        config.option.hypothesis_seed = str(secrets.randbelow(2**32))
    if config.getoption("--update-golden") and config.getoption("numprocesses", None):
        raise pytest.UsageError("--update-golden rewrites shared files: run it without -n")


def pytest_report_header(config: pytest.Config) -> str:
    seed = config.getoption("--hypothesis-seed")
    return f"generated tests: repeat this run with --hypothesis-seed={seed}"


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> GoldenFile:
    """`golden(path, got)` compares with a file of the checkout, or rewrites it."""
    return GoldenFile(update=bool(request.config.getoption("--update-golden")))


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The root of the repository."""
    return CHECKOUT
