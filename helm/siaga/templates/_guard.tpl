{{/* SPDX-License-Identifier: Apache-2.0 */}}

{{/* Stops with all that is wrong with the values at once, each with what to do about it. */}}
{{- define "siaga.guard" -}}
{{- $faults := concat (include "siaga.guard.removed" . | fromYamlArray) (include "siaga.guard.release" . | fromYamlArray) -}}
{{- range $service, $c := include "siaga.services" . | fromJson -}}
{{- $_ := set $c "root" $ -}}
{{- $faults = concat $faults (include "siaga.guard.connections" $c | fromYamlArray) (include "siaga.guard.service" $c | fromYamlArray) (include "siaga.guard.environment" $c | fromYamlArray) -}}
{{- end -}}
{{- if $faults -}}
{{- fail (printf "\n\nThe values cannot be deployed:\n  - %s\n" (join "\n  - " $faults)) -}}
{{- end -}}
{{- end -}}

{{/* Values that were taken away, see removed.yaml; also where they are said for one service. */}}
{{- define "siaga.guard.removed" -}}
{{- $faults := list -}}
{{- range $removed := (.Files.Get "removed.yaml" | fromYaml).removed -}}
{{- range $before := list "" "intake." "triage." "notification." -}}
{{- $path := printf "%s%s" $before $removed.path -}}
{{- if include "siaga.isSet" (dict "values" $.Values "path" (splitList "." $path)) -}}
{{- $faults = append $faults (printf "%s was removed in %s; set %s instead: see UPGRADING.md of the chart" $path $removed.since $removed.instead) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- toYaml $faults -}}
{{- end -}}

{{/* Something when there is a value, be it empty. Takes values and path. */}}
{{- define "siaga.isSet" -}}
{{- $key := first .path -}}
{{- if and (kindIs "map" .values) (hasKey .values $key) -}}
{{- if eq (len .path) 1 -}}
set
{{- else -}}
{{- include "siaga.isSet" (dict "values" (index .values $key) "path" (rest .path)) -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{- define "siaga.guard.release" -}}
{{- $faults := list -}}
{{- if and .Values.topics.enabled (not .Values.topics.cluster) -}}
{{- $faults = append $faults "topics: set topics.cluster, the name of the Kafka resource of Strimzi" -}}
{{- end -}}
{{- toYaml $faults -}}
{{- end -}}

{{/* Takes the service's context. */}}
{{- define "siaga.guard.connections" -}}
{{- $service := .service -}}
{{- $v := .values -}}
{{- $faults := list -}}
{{- if not (or $v.database.host $v.database.existingSecret) -}}
{{- $faults = append $faults (printf "%s: no database; set database.host or database.existingSecret" $service) -}}
{{- end -}}
{{- if and $v.database.host (hasPrefix "verify-" $v.database.sslMode) (not $v.database.ca.existingSecret) -}}
{{- $faults = append $faults (printf "%s: nothing to verify the certificate of the database by; set database.ca.existingSecret, or another database.sslMode" $service) -}}
{{- end -}}
{{- if not (or $v.database.existingSecret (and $v.database.username $v.database.password)) -}}
{{- $faults = append $faults (printf "%s: no user of the database; set %s.database.existingSecret, or username and password there" $service $service) -}}
{{- end -}}
{{- if not (or $v.database.owner.existingSecret (and $v.database.owner.username $v.database.owner.password)) -}}
{{- $faults = append $faults (printf "%s: no owner of the database; set %s.database.owner.existingSecret, or username and password there" $service $service) -}}
{{- end -}}
{{- if not (or $v.kafka.bootstrapServers $v.kafka.existingSecret) -}}
{{- $faults = append $faults (printf "%s: no Kafka; set kafka.bootstrapServers or kafka.existingSecret" $service) -}}
{{- end -}}
{{- if and (hasPrefix "SASL_" $v.kafka.securityProtocol) (not (or $v.kafka.existingSecret (and $v.kafka.username $v.kafka.password))) -}}
{{- $faults = append $faults (printf "%s: no user of Kafka; set %s.kafka.existingSecret, or username and password there" $service $service) -}}
{{- end -}}
{{- if not (or $v.oidc.issuer $v.oidc.existingSecret) -}}
{{- $faults = append $faults (printf "%s: no issuer of tokens; set oidc.issuer or oidc.existingSecret" $service) -}}
{{- end -}}
{{- if not $v.oidc.parties -}}
{{- $faults = append $faults (printf "%s: the issuer is trusted with no party; set oidc.parties" $service) -}}
{{- end -}}
{{- range .facts.secrets -}}
{{- if not (or $v.secrets.existingSecret (index $v.secrets .)) -}}
{{- $faults = append $faults (printf "%s: no secret; set %s.secrets.existingSecret or %s.secrets.%s" $service $service $service .) -}}
{{- end -}}
{{- end -}}
{{- toYaml $faults -}}
{{- end -}}

{{/* Takes the service's context. */}}
{{- define "siaga.guard.service" -}}
{{- $service := .service -}}
{{- $v := .values -}}
{{- $faults := list -}}
{{- if and $v.autoscaling.enabled $v.autoscaling.keda.enabled -}}
{{- $faults = append $faults (printf "%s: autoscaling.enabled and autoscaling.keda.enabled exclude each other" $service) -}}
{{- end -}}
{{- if and $v.autoscaling.keda.enabled (not $v.kafka.bootstrapServers) -}}
{{- $faults = append $faults (printf "%s: KEDA reads no secret for the brokers' addresses; set kafka.bootstrapServers" $service) -}}
{{- end -}}
{{- if and $v.ingress.enabled (not $v.ingress.host) -}}
{{- $faults = append $faults (printf "%s: an Ingress without a host; set %s.ingress.host" $service $service) -}}
{{- end -}}
{{- if and $v.httpRoute.enabled (not (and $v.httpRoute.parentRefs $v.httpRoute.hostnames)) -}}
{{- $faults = append $faults (printf "%s: an HTTPRoute without a gateway or a host; set httpRoute.parentRefs and %s.httpRoute.hostnames" $service $service) -}}
{{- end -}}
{{- if le (int $v.shutdown.gracePeriodSeconds) (int $v.shutdown.delaySeconds) -}}
{{- $faults = append $faults (printf "%s: killed before it has stopped; shutdown.gracePeriodSeconds must exceed shutdown.delaySeconds" $service) -}}
{{- end -}}
{{- toYaml $faults -}}
{{- end -}}

{{/* One variable said twice: what the chart says would go before what config says, and nobody would be told. Takes the service's context. */}}
{{- define "siaga.guard.environment" -}}
{{- $faults := list -}}
{{- $names := list -}}
{{- range include "siaga.env" . | fromYamlArray -}}
{{- if has .name $names -}}
{{- $faults = append $faults (printf "%s: extraEnv says %s, which is said already" $.service .name) -}}
{{- end -}}
{{- $names = append $names .name -}}
{{- end -}}
{{- range $name, $value := .values.config -}}
{{- if has $name $names -}}
{{- $faults = append $faults (printf "%s: config says %s, which has a value of its own or stands in extraEnv" $.service $name) -}}
{{- end -}}
{{- end -}}
{{- toYaml $faults -}}
{{- end -}}
