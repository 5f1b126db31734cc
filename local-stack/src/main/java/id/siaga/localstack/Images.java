// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.util.Set;

/**
 * The container images that services are run from.
 *
 * @param services those that are
 * @param tool what runs containers: podman, or docker
 * @param version the images' tag, one for all services
 */
public record Images(Set<String> services, String tool, String version) {

    static final Images NONE = new Images(Set.of(), "", "");

    public Images {
        services = Set.copyOf(services);
    }

    /** The name under which {@code ./siaga images} has built the image of a service. */
    String of(String service) {
        return "siaga/%s:%s".formatted(service, version);
    }

    /** Podman mounts writable file systems into containers that are to write nothing, unless it is told not to. */
    boolean arePodmans() {
        return tool.endsWith("podman");
    }
}
