# Every application of the store from one file, and the launcher's one-shot helpers:
#   docker build --target application --build-arg APPLICATION=cart-service .
#   docker build --target launcher .

FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /duken
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp -q package -Dmaven.test.skip=true -am \
      -pl discovery,gateway,customer-service,category-service,product-service,shop-service,cart-service,order-service,local
RUN for application in discovery gateway customer-service category-service product-service shop-service cart-service order-service; do \
      java -Djarmode=tools -jar $application/target/$application.jar extract --destination /out/$application && \
      mv /out/$application/$application.jar /out/$application/application.jar || exit 1; \
    done && \
    mkdir /out/launcher && cp -r local/target/local.jar local/target/lib /out/launcher && \
    rm /out/launcher/lib/embedded-postgres-binaries-*

# Volumes for keys take their owner from these folders, whoever mounts them first.
FROM eclipse-temurin:25-jre AS runtime
RUN groupadd --system --gid 10001 duken && useradd --system --uid 10001 --gid duken --no-create-home duken && \
    mkdir -p /keys/public /keys/own && \
    for service in customer category product shop cart order; do mkdir -p /keys/private/$service-service; done && \
    chown -R duken:duken /keys
WORKDIR /duken
USER duken

FROM runtime AS launcher
COPY --from=build /out/launcher ./
ENTRYPOINT ["java", "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", "local.jar"]

FROM runtime AS application
ARG APPLICATION
# libraries change seldom: a layer of their own
COPY --from=build /out/${APPLICATION}/lib ./lib
COPY --from=build /out/${APPLICATION}/application.jar ./
# one of many behind the same name: known by its own address (the last is for Spring to fill in)
ENV SERVER_ADDRESS=0.0.0.0 SERVER_PORT=8080 EUREKA_INSTANCE_PREFER_IP_ADDRESS=true \
    EUREKA_INSTANCE_INSTANCE_ID="\${spring.application.name}:\${HOSTNAME}:\${SERVER_PORT}"
EXPOSE 8080
# in bash alone: the image need not hold a web client
HEALTHCHECK --interval=5s --timeout=4s --start-period=240s --retries=6 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$SERVER_PORT && printf 'GET /readyz HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["java", "-Xmx128m", "-Xss512k", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", \
  "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=48m", "-XX:+ExitOnOutOfMemoryError", "-jar", "application.jar"]
