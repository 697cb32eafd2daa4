# One image for each of the four services: deploy/images/build makes them all (docs/deployment.md). By hand, for one:
#   docker build --build-arg SERVICE=county-service --build-arg PORT=8081 --build-arg MANAGEMENT_PORT=9081 -t sanctuary-atlas/county-service .
# Jars are built outside (mvn package): nothing is fetched here.

# a Java 17 runtime with bash; pin it: eclipse-temurin@sha256:…
ARG BASE=eclipse-temurin:17-jre
# an image of the last build with the same base and libraries, to keep its layers; otherwise they are made here
ARG LIBRARIES=libraries

# What changes seldom apart from what changes always. The times of files are part of a layer, and of what the archive of classes compares.
FROM ${BASE} AS parts
ARG SERVICE
WORKDIR /parts
COPY ${SERVICE}/target/quarkus-app ours
RUN mkdir -p others/lib && mv ours/quarkus-run.jar others/ && mv ours/lib/boot ours/lib/main others/lib/ \
    && mkdir ours/lib/main && mv others/lib/main/atlas.* ours/lib/main/ && rm -f ours/*.txt ours/*.jsa \
    && chmod -R a+rX,go-w . && find . -exec touch -d 2019-12-17T00:00:00Z {} +

FROM ${BASE} AS training
ARG SERVICE
WORKDIR /opt/atlas
COPY --from=parts /parts/others ./
COPY --from=parts /parts/ours ./
COPY deploy/images/java.options deploy/images/train ./
RUN ./train ${SERVICE}

FROM ${BASE} AS libraries
WORKDIR /opt/atlas
COPY --from=parts /parts/others/lib/boot lib/boot
COPY --from=parts /parts/others/lib/main lib/main
COPY --from=parts /parts/others/quarkus-run.jar ./
COPY --from=training /opt/atlas/classes.jsa ./

FROM ${LIBRARIES}
ARG BASE
ARG SERVICE
ARG PORT=8080
ARG MANAGEMENT_PORT=9080
COPY deploy/images/java.options deploy/images/healthy ./
# exports (gateway) and files on their way in (county-service): everything else writes to /tmp alone
RUN install -d -o 10001 -g 10001 /var/lib/atlas /var/lib/atlas/exports /var/lib/atlas/imports
COPY --from=parts /parts/ours/quarkus quarkus
COPY --from=parts /parts/ours/lib/main lib/main
COPY --from=parts /parts/ours/app app

# after the layers: what is said of a build would make all of them anew
ARG VERSION=unknown
ARG REVISION=unknown
ARG LICENSES=NOASSERTION
LABEL org.opencontainers.image.title="sanctuary-atlas/${SERVICE}" \
      org.opencontainers.image.description="Sanctuary Atlas: which US counties limit their help to ICE, as data (${SERVICE})" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.licenses="${LICENSES}" \
      org.opencontainers.image.base.name="${BASE}"
ENV QUARKUS_HTTP_PORT=${PORT} QUARKUS_MANAGEMENT_PORT=${MANAGEMENT_PORT}
EXPOSE ${PORT} ${MANAGEMENT_PORT}
USER 10001:10001
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=4s --start-period=2m --retries=3 CMD ["/opt/atlas/healthy"]
# further options of the JVM: JDK_JAVA_OPTIONS
ENTRYPOINT ["java", "@/opt/atlas/java.options", "-jar", "/opt/atlas/quarkus-run.jar"]
