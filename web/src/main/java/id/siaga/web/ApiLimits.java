// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Which operations of an API are {@link Limited}. */
final class ApiLimits {

    private static final DotName LIMITED = DotName.createSimple(Limited.class);
    private static final DotName OPERATION = DotName.createSimple(Operation.class);

    private ApiLimits() {}

    /** Their operation ids. */
    static Set<String> operations(IndexView index) {
        return index.getAnnotations(LIMITED).stream()
                .flatMap(limited -> methods(limited.target()).stream())
                .map(method -> method.annotation(OPERATION))
                .filter(Objects::nonNull)
                .map(operation -> operation.value("operationId"))
                .filter(Objects::nonNull)
                .map(AnnotationValue::asString)
                .collect(Collectors.toSet());
    }

    private static List<MethodInfo> methods(AnnotationTarget target) {
        return target.kind() == AnnotationTarget.Kind.CLASS ? target.asClass().methods() : List.of(target.asMethod());
    }
}
