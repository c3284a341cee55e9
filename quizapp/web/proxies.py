"""What a proxy in front says of whom it speaks for, and by which names the installation is reached."""

from flask import Flask
from werkzeug.exceptions import SecurityError
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.wrappers import Response


def init_app(app: Flask) -> None:
    """Believe as many proxies as the settings say, each the address and the scheme it saw; never a name of the host.

    That one comes as `Host`, which proxies hand on, and is one of the settings or refused.
    """
    app.register_error_handler(SecurityError, _unknown)
    proxies = app.config["TRUSTED_PROXIES"]
    if proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=0)  # type: ignore[method-assign]


def _unknown(error: SecurityError) -> Response:
    """Of such a name no link can be made, so it is no page like others."""
    del error
    words = "Quotidia non risponde a questo nome. Quotidia does not answer to this name. (QUIZAPP_TRUSTED_HOSTS)\n"
    return Response(words, 400, mimetype="text/plain")
