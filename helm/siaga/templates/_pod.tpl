{{/* SPDX-License-Identifier: Apache-2.0 */}}

{{/* Secrets that are mounted as files, by the name of their volume: connections' authorities and stores, and TLS. */}}
{{- define "siaga.files" -}}
{{- $files := dict "database-ca" .values.database.ca.existingSecret -}}
{{- if not .onlyDatabase -}}
{{- $_ := set $files "kafka-ca" .values.kafka.ca.existingSecret -}}
{{- $_ := set $files "kafka-client" .values.kafka.clientCertificate.existingSecret -}}
{{- $_ := set $files "oidc-ca" .values.oidc.ca.existingSecret -}}
{{- $_ := set $files "tls" .values.tls.existingSecret -}}
{{- end -}}
{{- range $volume, $secret := $files -}}
{{- if not $secret -}}
{{- $_ := unset $files $volume -}}
{{- end -}}
{{- end -}}
{{- toYaml $files -}}
{{- end -}}

{{- define "siaga.volumeMounts" -}}
- name: scratch
  mountPath: /tmp
{{- range $volume, $secret := include "siaga.files" . | fromYaml }}
- name: {{ $volume }}
  mountPath: /etc/siaga/{{ $volume }}
  readOnly: true
{{- end }}
{{- end -}}

{{- define "siaga.volumes" -}}
- name: scratch
  emptyDir:
    sizeLimit: {{ .values.scratchSize }}
{{- range $volume, $secret := include "siaga.files" . | fromYaml }}
- name: {{ $volume }}
  secret:
    secretName: {{ $secret }}
{{- end }}
{{- end -}}

{{/* What all pods of a service have in common, those of its migration as well. */}}
{{- define "siaga.pod" -}}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with include "siaga.imagePullSecrets" (dict "root" .root "secrets" .values.imagePullSecrets) }}
{{- . }}
{{- end }}
{{- with .values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with .values.podSecurityContext }}
securityContext:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* What all containers with a service's image have in common. */}}
{{- define "siaga.container" -}}
image: {{ include "siaga.image" (dict "root" .root "image" .values.image) }}
imagePullPolicy: {{ .values.image.pullPolicy }}
{{- with .values.securityContext }}
securityContext:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .values.resources }}
resources:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* Takes path and probe. */}}
{{- define "siaga.probe" -}}
httpGet:
  path: {{ .path }}
  port: management
periodSeconds: {{ int .probe.periodSeconds }}
failureThreshold: {{ int .probe.failureThreshold }}
timeoutSeconds: 3
{{- end -}}

{{- define "siaga.serviceAccountName" -}}
{{- if .values.serviceAccount.create -}}
{{- default (include "siaga.service.fullname" .) .values.serviceAccount.name -}}
{{- else -}}
{{- default "default" .values.serviceAccount.name -}}
{{- end -}}
{{- end -}}

{{/* Replicas apart from each other, as far as there are nodes and zones. */}}
{{- define "siaga.topologySpread" -}}
{{- $labels := include "siaga.selectorLabels" . -}}
{{- range $key, $otherwise := dict "kubernetes.io/hostname" .values.topologySpread.hosts "topology.kubernetes.io/zone" .values.topologySpread.zones }}
- maxSkew: 1
  topologyKey: {{ $key }}
  whenUnsatisfiable: {{ $otherwise }}
  labelSelector:
    matchLabels:
      {{- $labels | nindent 6 }}
  # Replicas of the release before do not count.
  matchLabelKeys: [pod-template-hash]
{{- end }}
{{- end -}}
