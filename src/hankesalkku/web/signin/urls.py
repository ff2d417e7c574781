"""The addresses of the sign-in and of one's own account.

Names with `account_`, `mfa_`, `openid_connect_` are those by which django-allauth finds the pages; none of its own
addresses is routed.
"""

from __future__ import annotations

from django.urls import URLPattern, path

from hankesalkku.web.signin import entrance, joining, own, second_factor, single_sign_on

urlpatterns: list[URLPattern] = [
    path("", entrance.front, name="front"),
    path("kirjaudu/", entrance.sign_in, name="account_login"),
    path("kirjaudu/ulos/", entrance.sign_out, name="account_logout"),
    path("kirjaudu/tarkistus/", single_sign_on.check, name="check_provider"),
    path("kirjaudu/jatka/", entrance.resume, name="resume"),
    path("kirjaudu/vahvistus/", second_factor.SecondFactor.as_view(), name="mfa_authenticate"),
    path("kirjaudu/ensimmainen/", joining.first, name="first_administrator"),
    path("kirjaudu/unohtunut/", joining.forgotten, name="forgotten"),
    path("kirjaudu/uusi-salasana/<str:user>/<str:token>/", joining.reset, name="reset"),
    path("kirjaudu/tunnus/<slug:provider_id>/", single_sign_on.begin_sign_in, name="openid_connect_login"),
    path(
        "kirjaudu/tunnus/<slug:provider_id>/vastaus/", single_sign_on.returned, name="openid_connect_callback"
    ),
    path("kutsu/<str:token>/", joining.invitation, name="invitation"),
    path(
        "kutsu/<str:token>/tunnus/<slug:provider_id>/",
        single_sign_on.begin_joining,
        name="invitation_provider",
    ),
    path("omat-tiedot/", own.own, name="mfa_index"),
    path("omat-tiedot/", own.own, name="mfa_list_webauthn"),
    path("omat-tiedot/salasana/", own.password, name="account_change_password"),
    path("omat-tiedot/istunnot/", own.end_sessions, name="end_sessions"),
    path("omat-tiedot/tunnus/<slug:provider_id>/", single_sign_on.begin_binding, name="bind_identity"),
    path("omat-tiedot/tunnukset/<uuid:identity>/poista/", own.remove_identity, name="remove_identity"),
    path("omat-tiedot/sovellus/", second_factor.TotpAdd.as_view(), name="mfa_activate_totp"),
    path("omat-tiedot/sovellus/poista/", second_factor.TotpRemove.as_view(), name="mfa_deactivate_totp"),
    path("omat-tiedot/avain/", second_factor.KeyAdd.as_view(), name="mfa_add_webauthn"),
    path("omat-tiedot/avain/<int:pk>/poista/", second_factor.KeyRemove.as_view(), name="mfa_remove_webauthn"),
    path("omat-tiedot/varakoodit/", second_factor.SpareCodes.as_view(), name="mfa_view_recovery_codes"),
    path(
        "omat-tiedot/varakoodit/uudet/",
        second_factor.SpareCodesRenew.as_view(),
        name="mfa_generate_recovery_codes",
    ),
    path("omat-tiedot/vahvista/", second_factor.ConfirmByPassword.as_view(), name="account_reauthenticate"),
    path("omat-tiedot/vahvista/koodi/", second_factor.ConfirmByCode.as_view(), name="mfa_reauthenticate"),
    path(
        "omat-tiedot/vahvista/avain/",
        second_factor.ConfirmByKey.as_view(),
        name="mfa_reauthenticate_webauthn",
    ),
]
