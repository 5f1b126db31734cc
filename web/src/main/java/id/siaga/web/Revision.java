// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lets a resource be edited only by who has seen what it is: its version is its tag, which has to come with the edit. */
public final class Revision {

    /** The longest condition that is read. */
    public static final int LONGEST = 200;

    private static final String ANY = "*";

    private Revision() {}

    /** The resource with its tag. */
    public static Response answer(Object resource, long version) {
        return Response.ok(resource, MediaType.APPLICATION_JSON_TYPE)
                .tag(tag(version))
                .build();
    }

    /** The resource that was created, with its tag. */
    public static Response created(String location, Object resource, long version) {
        return Response.created(URI.create(location))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(resource)
                .tag(tag(version))
                .build();
    }

    private static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /** On what an edit depends, as its headers say. */
    public static Condition condition(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        return new Condition(ifMatch, ifNoneMatch);
    }

    /** On what an edit depends. */
    public record Condition(
            @Nullable String ifMatch, @Nullable String ifNoneMatch) {

        /**
         * Refuses an edit of what the caller has not seen.
         *
         * @param version that of the resource; null when there is none
         */
        public void check(@Nullable Long version) {
            if (ifMatch == null && !ANY.equals(ifNoneMatch)) {
                throw new RevisionRefusal(RevisionRefusal.UNCONDITIONAL);
            }
            boolean matches = ifMatch == null || (version != null && names(ifMatch, version));
            boolean absent = !ANY.equals(ifNoneMatch) || version == null;
            if (!matches || !absent) {
                throw new RevisionRefusal(RevisionRefusal.STALE);
            }
        }

        /** A weak tag never names a version: it says only that two look alike. */
        private static boolean names(String tags, long version) {
            String tag = '"' + Long.toString(version) + '"';
            return Arrays.stream(tags.split(","))
                    .map(String::strip)
                    .anyMatch(one -> one.equals(ANY) || one.equals(tag));
        }
    }
}
