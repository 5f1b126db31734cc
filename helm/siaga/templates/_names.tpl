{{/* SPDX-License-Identifier: Apache-2.0 */}}

{{/* What objects of the release are named after. */}}
{{- define "siaga.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{/* Leaves room in a name of 63 characters for the longest ending, -notification-migrate. */}}
{{- define "siaga.fullname" -}}
{{- $name := include "siaga.name" . -}}
{{- $full := ternary .Release.Name (printf "%s-%s" .Release.Name $name) (contains $name .Release.Name) -}}
{{- default $full .Values.fullnameOverride | trunc 40 | trimSuffix "-" -}}
{{- end -}}

{{/* The name of a service's objects. Takes the service's context, see siaga.context. */}}
{{- define "siaga.service.fullname" -}}
{{- printf "%s-%s" (include "siaga.fullname" .root) .service -}}
{{- end -}}

{{/* What finds pods, and can never be changed. Takes root and component. */}}
{{- define "siaga.selectorLabels" -}}
app.kubernetes.io/name: {{ include "siaga.name" .root }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{/* Labels of any object. Takes root and component. */}}
{{- define "siaga.labels" -}}
{{ include "siaga.selectorLabels" . }}
app.kubernetes.io/part-of: siaga
app.kubernetes.io/version: {{ .root.Chart.AppVersion | replace "+" "_" | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{- with .root.Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* Labels of pods: nothing by which they would be replaced when they stay as they are. Takes root and component. */}}
{{- define "siaga.podLabels" -}}
{{ include "siaga.selectorLabels" . }}
app.kubernetes.io/part-of: siaga
app.kubernetes.io/version: {{ .root.Chart.AppVersion | replace "+" "_" | quote }}
{{- with .root.Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/*
The metadata of any object. Takes root, component, name and, where there are any, annotations and labels of its own and
a namespace.
*/}}
{{- define "siaga.metadata" -}}
name: {{ .name }}
namespace: {{ default .root.Release.Namespace .namespace }}
labels:
  {{- include "siaga.labels" . | nindent 2 }}
  {{- with .labels }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- with merge (dict) (.annotations | default dict) .root.Values.commonAnnotations }}
annotations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* An image as it is pulled. Takes root and image. */}}
{{- define "siaga.image" -}}
{{- $registry := default .image.registry .root.Values.global.imageRegistry -}}
{{- $name := ternary (printf "%s/%s" $registry .image.repository) .image.repository (ne $registry "") -}}
{{- if .image.digest -}}
{{- printf "%s@%s" $name .image.digest -}}
{{- else -}}
{{- printf "%s:%s" $name (default .root.Chart.AppVersion .image.tag) -}}
{{- end -}}
{{- end -}}

{{/* With what images are pulled. Takes root and secrets. */}}
{{- define "siaga.imagePullSecrets" -}}
{{- with concat .root.Values.global.imagePullSecrets .secrets | uniq }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end -}}
