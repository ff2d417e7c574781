"""The site put together: settings from the environment, addresses, the WSGI application."""
