// SPDX-License-Identifier: Apache-2.0
package id.siaga.deployment.rules;

import java.util.Map;
import java.util.Optional;

/** The client's class for each kind that is built into Kubernetes and that we use. */
final class KubernetesModels {

    private static final String PACKAGE = "io.kubernetes.client.openapi.models.";

    /** A class' name has a version and a kind, but no group: what belongs together is said here. */
    private static final Map<String, String> GROUPS = Map.ofEntries(
            Map.entry("ConfigMap", "v1"),
            Map.entry("Namespace", "v1"),
            Map.entry("PersistentVolumeClaim", "v1"),
            Map.entry("Pod", "v1"),
            Map.entry("Secret", "v1"),
            Map.entry("Service", "v1"),
            Map.entry("ServiceAccount", "v1"),
            Map.entry("Deployment", "apps/v1"),
            Map.entry("StatefulSet", "apps/v1"),
            Map.entry("HorizontalPodAutoscaler", "autoscaling/v2"),
            Map.entry("CronJob", "batch/v1"),
            Map.entry("Job", "batch/v1"),
            Map.entry("Ingress", "networking.k8s.io/v1"),
            Map.entry("NetworkPolicy", "networking.k8s.io/v1"),
            Map.entry("PodDisruptionBudget", "policy/v1"),
            Map.entry("Role", "rbac.authorization.k8s.io/v1"),
            Map.entry("RoleBinding", "rbac.authorization.k8s.io/v1"));

    private KubernetesModels() {}

    static boolean knows(Manifest manifest) {
        return GROUPS.containsKey(manifest.kind());
    }

    /** The class, unless the kind is of another group or version. */
    static Optional<Class<?>> of(Manifest manifest) {
        if (!manifest.apiVersion().equals(GROUPS.get(manifest.kind()))) {
            return Optional.empty();
        }
        String version = manifest.apiVersion().substring(manifest.apiVersion().indexOf('/') + 1);
        try {
            return Optional.of(Class.forName(
                    PACKAGE + Character.toUpperCase(version.charAt(0)) + version.substring(1) + manifest.kind()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The client has no class for " + manifest.kind(), e);
        }
    }
}
