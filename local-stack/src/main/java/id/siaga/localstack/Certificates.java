// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.nio.file.Path;

/** Whom a server proves to be: a folder with its certificate, its key and their authority, as PEM, named as in a Secret of Kubernetes. */
record Certificates(Path folder) {

    Path certificate() {
        return folder.resolve("tls.crt");
    }

    Path key() {
        return folder.resolve("tls.key");
    }

    Path authority() {
        return folder.resolve("ca.crt");
    }
}
