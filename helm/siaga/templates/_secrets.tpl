{{/* SPDX-License-Identifier: Apache-2.0 */}}

{{/* Kafka's line for the login of a user, in which quotes and backslashes are escaped. Takes kafka. */}}
{{- define "siaga.jaas" -}}
{{- $module := ternary "plain.PlainLoginModule" "scram.ScramLoginModule" (eq .saslMechanism "PLAIN") -}}
{{- $username := .username | replace "\\" "\\\\" | replace "\"" "\\\"" -}}
{{- $password := .password | replace "\\" "\\\\" | replace "\"" "\\\"" -}}
{{- printf "org.apache.kafka.common.security.%s required username=\"%s\" password=\"%s\";" $module $username $password -}}
{{- end -}}

{{/* What a service keeps secret and what values say in clear, as data of a Secret. Takes the service's context. */}}
{{- define "siaga.secrets" -}}
{{- $data := dict -}}
{{- if not .values.database.existingSecret -}}
{{- $_ := set $data "database-password" (b64enc .values.database.password) -}}
{{- end -}}
{{- if and (hasPrefix "SASL_" .values.kafka.securityProtocol) (not .values.kafka.existingSecret) -}}
{{- $_ := set $data "kafka-jaas-config" (include "siaga.jaas" .values.kafka | b64enc) -}}
{{- end -}}
{{- $secrets := .values.secrets -}}
{{- if not $secrets.existingSecret -}}
{{- range .facts.secrets -}}
{{- $_ := set $data (kebabcase .) (index $secrets . | b64enc) -}}
{{- end -}}
{{- end -}}
{{- if $data -}}
{{- toYaml $data -}}
{{- end -}}
{{- end -}}

{{/* The service's own settings, as data of a ConfigMap. Takes the service's context. */}}
{{- define "siaga.config" -}}
{{- range $variable, $value := .values.config }}
{{ $variable }}: {{ $value | toString | quote }}
{{- end }}
{{- end -}}
