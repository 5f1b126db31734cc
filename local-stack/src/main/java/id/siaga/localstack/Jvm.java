// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a child JVM is started on the class path of local-stack, from whatever the build has written. */
final class Jvm {

    private static final String OWN_CLASS = "id/siaga/localstack/Jvm.class";

    private Jvm() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** A command line for a short-lived or mostly idle process: little memory, no time spent on optimising. */
    static List<String> command(String mainClass) throws IOException {
        Path classPath = builtFolder().resolve("classpath.txt");
        if (!Files.exists(classPath)) {
            throw new IOException(classPath + " is missing: build local-stack (mvn -pl local-stack package)");
        }
        return new ArrayList<>(List.of(
                java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx384m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                "-cp",
                ownCode() + File.pathSeparator + Files.readString(classPath).strip(),
                mainClass));
    }

    /** The folder that the build wrote this class to, as classes or as a jar; what it wrote besides is there, too. */
    static Path builtFolder() {
        return requireNonNull(ownCode().getParent(), "code lies in a folder");
    }

    private static Path ownCode() {
        String location = String.valueOf(Jvm.class.getResource("/" + OWN_CLASS));
        // jar:file:/folder/local-stack.jar!/id/siaga... or file:/folder/classes/id/siaga...
        String code = location.substring(0, location.length() - OWN_CLASS.length());
        return Path.of(URI.create(code.replaceFirst("^jar:", "").replaceFirst("!/$", "")));
    }
}
