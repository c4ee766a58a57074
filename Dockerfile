# syntax=docker/dockerfile:1
# The image of kust, for linux/amd64 and linux/arm64: `docker build --target kust .`, with helm: `docker build --target kust-helm .`
# It takes the programs that `deno task release` has made. `scripts/release/try_image.ts` makes its root file system without a
# container engine, and tries it.

FROM debian:bookworm-slim AS kust
ARG TARGETARCH
RUN apt-get update \
  && apt-get install --yes --no-install-recommends ca-certificates git openssh-client \
  && rm -rf /var/lib/apt/lists/* \
  && useradd --uid 10001 --create-home kust
# ADD unpacks a local archive.
ADD dist/release/kust_v*_linux_${TARGETARCH}.tar.gz /usr/local/share/kust/
RUN ln -s /usr/local/share/kust/kust /usr/local/bin/kust && kust version
USER 10001:10001
WORKDIR /work
ENTRYPOINT ["kust"]

FROM alpine/helm:3.19.0 AS helm

FROM kust AS kust-helm
COPY --from=helm /usr/bin/helm /usr/local/bin/helm
