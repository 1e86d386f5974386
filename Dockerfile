# One image for every process: docker-compose.yml says which command each runs.
# Debian, not Alpine: some packages have no builds for musl.
FROM python:3.12-slim-bookworm AS packages
COPY requirements.lock /tmp/
RUN python -m venv /opt/venv \
 && /opt/venv/bin/pip install --no-cache-dir --quiet --require-hashes -r /tmp/requirements.lock

FROM python:3.12-slim-bookworm
# libmagic1: tells a file's type by its content.
RUN apt-get update \
 && apt-get install -y --no-install-recommends libmagic1 \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --no-create-home --home-dir /nonexistent messagecenter
COPY --from=packages /opt/venv /opt/venv
WORKDIR /app
COPY . .
ENV PATH=/opt/venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
# Only to gather static files: sample settings, and keys that are thrown away with this step.
RUN set -a && . ./.env.example && set +a \
 && SECRET_KEY=$(python -c 'import secrets; print(secrets.token_urlsafe(50))') \
    MESSAGE_KEYS=build:$(python -c 'import base64, secrets; print(base64.b64encode(secrets.token_bytes(32)).decode())') \
    DATA_DIR=/tmp/build python manage.py collectstatic --noinput \
 && rm -rf /tmp/build
USER 10001
EXPOSE 8000 8024
CMD ["granian", "--interface", "wsgi", "--host", "0.0.0.0", "--port", "8000", "messagecenter.wsgi:application"]
