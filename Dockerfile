# syntax=docker/dockerfile:1
# The image of kust, for linux/amd64 and linux/arm64: `docker build --target kust .`, with helm: `docker build --target kust-helm .`
# It takes the programs that `deno task release` has made.

FROM alpine:3.22 AS kust
ARG TARGETARCH
RUN apk add --no-cache ca-certificates git libgcc libstdc++ openssh-client \
  && adduser -D -u 10001 kust
# ADD unpacks a local archive. The musl build, as this is Alpine.
ADD dist/release/kust_v*_linux_${TARGETARCH}_musl.tar.gz /usr/local/share/kust/
RUN ln -s /usr/local/share/kust/kust /usr/local/bin/kust && kust version
USER 10001:10001
WORKDIR /work
ENTRYPOINT ["kust"]

FROM alpine/helm:3.19.0 AS helm

FROM kust AS kust-helm
COPY --from=helm /usr/bin/helm /usr/local/bin/helm
