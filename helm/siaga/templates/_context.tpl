{{/* SPDX-License-Identifier: Apache-2.0 */}}

{{/* The services that are deployed, by name, each with what it is. Worked out once: each template asks for it. */}}
{{- define "siaga.services" -}}
{{- if not (hasKey .Release "siagaServices") -}}
{{- $services := dict -}}
{{- range $service, $facts := .Files.Get "services.yaml" | fromYaml -}}
{{- $values := include "siaga.values" (dict "root" $ "service" $service) | fromYaml -}}
{{- if $values.enabled -}}
{{- $_ := set $services $service (dict "service" $service "component" $service "facts" $facts "values" $values) -}}
{{- end -}}
{{- end -}}
{{- $_ := set .Release "siagaServices" (toJson $services) -}}
{{- end -}}
{{- .Release.siagaServices -}}
{{- end -}}

{{/* The values of one service: what is said of all, and over it what is said of this one. Takes root and service. */}}
{{- define "siaga.values" -}}
{{- $ofAll := omit .root.Values "global" "intake" "triage" "notification" "migrations" "topics" "metrics" "tests" "extraObjects" -}}
{{- include "siaga.over" (dict "low" $ofAll "high" (index .root.Values .service)) -}}
{{- end -}}

{{/*
One map over another, as YAML. Lists and scalars are replaced, also by what is empty or false, which sprig's merge passes
over.
*/}}
{{- define "siaga.over" -}}
{{- $result := deepCopy .low -}}
{{- range $key, $value := .high -}}
{{- $below := index $result $key -}}
{{- if and (kindIs "map" $value) (kindIs "map" $below) -}}
{{- $_ := set $result $key (include "siaga.over" (dict "low" $below "high" $value) | fromYaml) -}}
{{- else -}}
{{- $_ := set $result $key $value -}}
{{- end -}}
{{- end -}}
{{- toYaml $result -}}
{{- end -}}
