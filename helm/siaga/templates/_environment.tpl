{{/* SPDX-License-Identifier: Apache-2.0 */}}

{{/* A variable from a secret. Takes name, secret and key. */}}
{{- define "siaga.env.secret" -}}
- name: {{ .name }}
  valueFrom:
    secretKeyRef:
      name: {{ .secret }}
      key: {{ .key }}
{{- end -}}

{{/* A variable with a value. Takes name and value. */}}
{{- define "siaga.env.value" -}}
- name: {{ .name }}
  value: {{ .value | toString | quote }}
{{- end -}}

{{/* Where the service's database is. Takes the service's context; secret is ours, for what no existing one has. */}}
{{- define "siaga.env.databaseUrl" -}}
{{- $database := .values.database -}}
{{- if $database.host -}}
{{- $url := printf "jdbc:postgresql://%s:%d/%s?sslmode=%s" $database.host (int $database.port) $database.name $database.sslMode -}}
{{- if $database.ca.existingSecret -}}
{{- $url = printf "%s&sslrootcert=/etc/siaga/database-ca/%s" $url $database.ca.key -}}
{{- end -}}
{{- include "siaga.env.value" (dict "name" "QUARKUS_DATASOURCE_JDBC_URL" "value" $url) -}}
{{- else -}}
{{- include "siaga.env.secret" (dict "name" "QUARKUS_DATASOURCE_JDBC_URL" "secret" $database.existingSecret "key" $database.keys.url) -}}
{{- end -}}
{{- end -}}

{{/* The application user. */}}
{{- define "siaga.env.databaseUser" -}}
{{- $database := .values.database -}}
{{- if $database.existingSecret -}}
{{- include "siaga.env.secret" (dict "name" "QUARKUS_DATASOURCE_USERNAME" "secret" $database.existingSecret "key" $database.keys.username) -}}
{{- else -}}
{{- include "siaga.env.value" (dict "name" "QUARKUS_DATASOURCE_USERNAME" "value" $database.username) -}}
{{- end -}}
{{- end -}}

{{/* How the service reaches PostgreSQL, Kafka and the issuer of tokens, and what it keeps secret. */}}
{{- define "siaga.env.connections" -}}
{{- $own := include "siaga.service.fullname" . -}}
{{- $database := .values.database -}}
{{- $kafka := .values.kafka -}}
{{- $oidc := .values.oidc -}}
{{ include "siaga.env.databaseUrl" . }}
{{ include "siaga.env.databaseUser" . }}
{{- if $database.existingSecret }}
{{ include "siaga.env.secret" (dict "name" "QUARKUS_DATASOURCE_PASSWORD" "secret" $database.existingSecret "key" $database.keys.password) }}
{{- else }}
{{ include "siaga.env.secret" (dict "name" "QUARKUS_DATASOURCE_PASSWORD" "secret" $own "key" "database-password") }}
{{- end }}
{{- if $kafka.bootstrapServers }}
{{ include "siaga.env.value" (dict "name" "KAFKA_BOOTSTRAP_SERVERS" "value" $kafka.bootstrapServers) }}
{{- else }}
{{ include "siaga.env.secret" (dict "name" "KAFKA_BOOTSTRAP_SERVERS" "secret" $kafka.existingSecret "key" $kafka.keys.bootstrapServers) }}
{{- end }}
{{ include "siaga.env.value" (dict "name" "KAFKA_SECURITY_PROTOCOL" "value" $kafka.securityProtocol) }}
{{- if hasPrefix "SASL_" $kafka.securityProtocol }}
{{ include "siaga.env.value" (dict "name" "KAFKA_SASL_MECHANISM" "value" $kafka.saslMechanism) }}
{{- if $kafka.existingSecret }}
{{ include "siaga.env.secret" (dict "name" "KAFKA_SASL_JAAS_CONFIG" "secret" $kafka.existingSecret "key" $kafka.keys.jaasConfig) }}
{{- else }}
{{ include "siaga.env.secret" (dict "name" "KAFKA_SASL_JAAS_CONFIG" "secret" $own "key" "kafka-jaas-config") }}
{{- end }}
{{- end }}
{{- if $kafka.ca.existingSecret }}
{{ include "siaga.env.value" (dict "name" "KAFKA_SSL_TRUSTSTORE_TYPE" "value" "PEM") }}
{{ include "siaga.env.value" (dict "name" "KAFKA_SSL_TRUSTSTORE_LOCATION" "value" (printf "/etc/siaga/kafka-ca/%s" $kafka.ca.key)) }}
{{- end }}
{{- with $kafka.clientCertificate }}
{{- if .existingSecret }}
{{ include "siaga.env.value" (dict "name" "KAFKA_SSL_KEYSTORE_TYPE" "value" "PKCS12") }}
{{ include "siaga.env.value" (dict "name" "KAFKA_SSL_KEYSTORE_LOCATION" "value" (printf "/etc/siaga/kafka-client/%s" .key)) }}
{{ include "siaga.env.secret" (dict "name" "KAFKA_SSL_KEYSTORE_PASSWORD" "secret" .existingSecret "key" .passwordKey) }}
{{- end }}
{{- end }}
{{- if $oidc.issuer }}
{{ include "siaga.env.value" (dict "name" "QUARKUS_OIDC_AUTH_SERVER_URL" "value" $oidc.issuer) }}
{{- else }}
{{ include "siaga.env.secret" (dict "name" "QUARKUS_OIDC_AUTH_SERVER_URL" "secret" $oidc.existingSecret "key" $oidc.keys.issuer) }}
{{- end }}
{{- if $oidc.ca.existingSecret }}
{{ include "siaga.env.value" (dict "name" "QUARKUS_OIDC_TLS_TLS_CONFIGURATION_NAME" "value" "issuer") }}
{{ include "siaga.env.value" (dict "name" "QUARKUS_TLS__ISSUER__TRUST_STORE_PEM_CERTS" "value" (printf "/etc/siaga/oidc-ca/%s" $oidc.ca.key)) }}
{{- end }}
{{ include "siaga.env.value" (dict "name" "SIAGA_SECURITY_PARTIES" "value" (join "," $oidc.parties)) }}
{{ include "siaga.env.value" (dict "name" "SIAGA_SECURITY_ROLES" "value" (join "," $oidc.roles)) }}
{{- $secrets := .values.secrets }}
{{- range $variable, $secret := .facts.secrets }}
{{- if $secrets.existingSecret }}
{{ include "siaga.env.secret" (dict "name" $variable "secret" $secrets.existingSecret "key" (index $secrets.keys $secret)) }}
{{- else }}
{{ include "siaga.env.secret" (dict "name" $variable "secret" $own "key" (kebabcase $secret)) }}
{{- end }}
{{- end }}
{{- end -}}

{{/* All that a service is told by its environment. */}}
{{- define "siaga.env" -}}
{{ include "siaga.env.connections" . }}
{{ include "siaga.env.value" (dict "name" "QUARKUS_FLYWAY_MIGRATE_AT_START" "value" "false") }}
{{ include "siaga.env.value" (dict "name" "QUARKUS_FLYWAY_VALIDATE_AT_START" "value" "true") }}
{{ include "siaga.env.value" (dict "name" "QUARKUS_SHUTDOWN_DELAY" "value" (printf "%dS" (int .values.shutdown.delaySeconds))) }}
{{ include "siaga.env.value" (dict "name" "QUARKUS_LOG_LEVEL" "value" .values.logging.level) }}
{{ include "siaga.env.value" (dict "name" "QUARKUS_LOG_CONSOLE_JSON_ENABLED" "value" .values.logging.json) }}
{{- if or .values.ingress.enabled .values.httpRoute.enabled }}
{{ include "siaga.env.value" (dict "name" "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING" "value" "true") }}
{{ include "siaga.env.value" (dict "name" "QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_HOST" "value" "true") }}
{{- end }}
{{- if .values.tls.existingSecret }}
{{ include "siaga.env.value" (dict "name" "QUARKUS_HTTP_SSL_CERTIFICATE_FILES" "value" "/etc/siaga/tls/tls.crt") }}
{{ include "siaga.env.value" (dict "name" "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES" "value" "/etc/siaga/tls/tls.key") }}
{{ include "siaga.env.value" (dict "name" "QUARKUS_HTTP_SSL_PORT" "value" "8443") }}
{{ include "siaga.env.value" (dict "name" "QUARKUS_HTTP_INSECURE_REQUESTS" "value" "disabled") }}
{{- end }}
{{- if and .facts.canary .values.canary.party }}
{{ include "siaga.env.value" (dict "name" "SIAGA_CANARY_PARTY" "value" .values.canary.party) }}
{{- end }}
{{- with .values.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end -}}
