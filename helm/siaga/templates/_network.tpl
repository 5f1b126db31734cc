{{/* SPDX-License-Identifier: Apache-2.0 */}}

{{/* One rule of what may be reached. Takes destination, with to and ports, and protocols. */}}
{{- define "siaga.egressRule" -}}
- ports:
    {{- $protocols := .protocols }}
    {{- range $port := .destination.ports }}
    {{- range $protocols }}
    - port: {{ int $port }}
      protocol: {{ . }}
    {{- end }}
    {{- end }}
  {{- with .destination.to }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end -}}

{{/* What a service's pods may reach; its migration reaches its database only. Takes the service's context. */}}
{{- define "siaga.egress" -}}
{{- $egress := .values.networkPolicy.egress -}}
{{- $tcp := list "TCP" -}}
{{ include "siaga.egressRule" (dict "destination" $egress.dns "protocols" (list "UDP" "TCP")) }}
{{ include "siaga.egressRule" (dict "destination" $egress.database "protocols" $tcp) }}
{{- if not .onlyDatabase }}
{{ include "siaga.egressRule" (dict "destination" $egress.kafka "protocols" $tcp) }}
{{ include "siaga.egressRule" (dict "destination" $egress.oidc "protocols" $tcp) }}
{{- if $egress.webhooks.ports }}
{{ include "siaga.egressRule" (dict "destination" $egress.webhooks "protocols" $tcp) }}
{{- end }}
{{- with $egress.extra }}
{{ toYaml . }}
{{- end }}
{{- end }}
{{- end -}}
