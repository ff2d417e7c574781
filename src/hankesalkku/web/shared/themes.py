"""An organisation's own colours as a style sheet, so that no page needs a style of its own."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control

from hankesalkku.services.organisation.settings import brand_of
from hankesalkku.web.shared.theme import theme_stylesheet


@cache_control(public=True, max_age=300)
def theme_css(request: HttpRequest, slug: str) -> HttpResponse:
    """Answer with the organisation's style sheet: empty but for a comment where it keeps our colours."""
    brand = brand_of(slug)
    if brand is None:
        raise Http404(slug)
    return HttpResponse(
        theme_stylesheet(brand) if brand else "/* own colours */\n", content_type="text/css; charset=utf-8"
    )
