"""Puts the site behind every test, doctests of src/ included: its settings have to be loaded before models are."""

pytest_plugins = ("tests.support.django_session",)
