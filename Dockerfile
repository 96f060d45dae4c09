# Builds Topfive, then keeps only what runs. One image for all services; the command names the one.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
RUN mvn -q -B -Dquick -DskipTests package

FROM eclipse-temurin:17-jre
# A number, so that the engine can tell that it is not root without looking into the image.
RUN mkdir -p /data /cache /opt/topfive/standalone/target && chown 10001:10001 /data /cache
COPY --from=build /src/standalone/target/lib /opt/topfive/standalone/target/lib
COPY --from=build /src/topfive /opt/topfive/topfive
COPY --from=build /src/samples /opt/topfive/samples
# Prepares a faster start; part of the image, so that a container need not write for it.
RUN TOPFIVE_CACHE=/tmp/prepare /opt/topfive/topfive --prepare && rm -rf /tmp/prepare
ENV HOME=/data TOPFIVE_DATA=/data TOPFIVE_CACHE=/cache PATH=/opt/topfive:$PATH
USER 10001:10001
WORKDIR /data
HEALTHCHECK --interval=10s --timeout=10s --start-period=60s --retries=6 CMD ["topfive", "health"]
ENTRYPOINT ["topfive"]
CMD ["run", "all"]
