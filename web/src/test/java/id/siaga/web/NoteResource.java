// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import io.agroal.api.AgroalDataSource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** A small resource that uses every convention, as a service would. */
@ApplicationScoped
@Path("/v1/notes")
public class NoteResource {

    /** The colours of a note. */
    public enum Colour {
        RED,
        GREEN
    }

    /** A line of a note. */
    public record Line(@NotBlank String text) {}

    /** A note as it is sent. */
    public record Note(
            @NotBlank @Size(max = 100) String title,
            @Nullable Colour colour,
            @Nullable Instant due,
            boolean urgent,
            @NotNull @Size(min = 1, max = 3) List<@Valid Line> lines) {}

    /** A colour for a note. */
    public record Paint(@Nullable Colour colour, @NotNull String brush) {}

    /** A note as it is shown; its colour is null while nobody chose one. */
    public record NoteView(
            String id, @Nullable Colour colour, @Nullable String title) {}

    private final Idempotency idempotency;
    private final Callers callers;
    private final AgroalDataSource database;

    NoteResource(Idempotency idempotency, Callers callers, AgroalDataSource database) {
        this.idempotency = idempotency;
        this.callers = callers;
        this.database = database;
    }

    @POST
    @RolesAllowed("reporter")
    @APIResponse(
            responseCode = "201",
            description = "The note is kept.",
            content = @Content(schema = @Schema(implementation = NoteView.class)))
    public Response write(@NotNull @Valid Note note) {
        return idempotency.once(() -> {
            UUID id = UUID.randomUUID();
            insert(id);
            if (note.title().equals("refused")) {
                throw new InvalidRequest("/title", "is refused by the domain");
            }
            return Answer.created("/v1/notes/" + id, new NoteView(id.toString(), note.colour(), note.title()));
        });
    }

    private void insert(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO note (id) VALUES (?)")) {
            insert.setObject(1, id);
            insert.executeUpdate();
        } catch (SQLException exception) {
            throw new IllegalStateException(exception);
        }
    }

    @GET
    @RolesAllowed("reporter")
    public Map<String, String> whoAmI(
            @QueryParam("limit") @DefaultValue("1") @Max(200) int limit,
            @QueryParam("colour") @Nullable Colour colour,
            @QueryParam("mine") @Nullable Boolean mine) {
        Caller caller = callers.current();
        return Map.of(
                "party",
                caller.party(),
                "person",
                "" + caller.person(),
                "asked",
                limit + " " + colour + " " + mine,
                "logged",
                String.valueOf(MDC.get("party")));
    }

    @POST
    @Path("/{id}/colour")
    @RolesAllowed("reporter")
    public NoteView paint(UUID id, @NotNull @Valid Paint paint) {
        return new NoteView(id.toString(), paint.colour(), null);
    }

    @GET
    @Path("/person")
    @RolesAllowed("reporter")
    public Map<String, String> onlyPersons() {
        return Map.of("key", callers.person().personKey());
    }

    @GET
    @Path("/unannotated")
    public String nobodyMay() {
        return "secret";
    }

    @GET
    @Path("/fault")
    @RolesAllowed("reporter")
    public String fault() {
        throw new IllegalStateException("the password is swordfish");
    }
}
