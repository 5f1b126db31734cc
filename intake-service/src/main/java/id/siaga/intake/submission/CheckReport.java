// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.intake.category.Categories;
import id.siaga.intake.category.Category;
import id.siaga.intake.legal.LegalGround;
import id.siaga.intake.legal.LegalRequest.AuthorityRequest;
import id.siaga.intake.legal.LegalRequest.ConfidentialityRequest;
import id.siaga.intake.legal.LegalRequest.GroundRequest;
import id.siaga.intake.legal.LegalRequest.MeasureRequest;
import id.siaga.intake.region.Region;
import id.siaga.intake.region.Regions;
import id.siaga.web.InvalidRequest;
import id.siaga.web.Problem;
import id.siaga.web.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Holds a report against what only the domain knows: categories, content, and who may ask for what. */
@ApplicationScoped
class CheckReport {

    /** Of this nothing is taken that shows it: a locator and a hash are enough. */
    private static final String LOCATORS_ONLY = "child-sexual-abuse";

    private static final String COUNTRY = "ID";

    private final Categories categories;
    private final Regions regions;
    private final CheckItem checkItem;
    private final CheckLegal checkLegal;

    CheckReport(Categories categories, Regions regions, CheckItem checkItem, CheckLegal checkLegal) {
        this.categories = categories;
        this.regions = regions;
        this.checkItem = checkItem;
        this.checkLegal = checkLegal;
    }

    /** The report ready to be stored; a refusal names every wrong place, not only the first. */
    ReportDraft check(ReportRequest request, Sender sender) {
        List<Problem.Place> errors = new ArrayList<>();
        Optional<Category> category = categories.find(request.category());
        if (category.isEmpty()) {
            errors.add(new Problem.Place(
                    "/category", Text.of("must be one of {0}", String.join(", ", categories.codes()))));
        }
        checkPlace(request, errors);
        checkLegal.check(request, sender, errors);
        boolean locatorsOnly = request.category().equals(LOCATORS_ONLY);
        List<ReportDraft.Item> items = new ArrayList<>();
        for (int i = 0; i < request.items().size(); i++) {
            checkItem
                    .check(request.items().get(i), "/items/" + i, locatorsOnly, errors)
                    .ifPresent(items::add);
        }
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
        return draft(request, category.orElseThrow().election(), items);
    }

    private void checkPlace(ReportRequest request, List<Problem.Place> errors) {
        String region = request.region();
        String regency = request.regency();
        if (region != null && !region.equals(COUNTRY) && regions.find(region).isEmpty()) {
            errors.add(new Problem.Place("/region", "must be a province of GET /v1/regions, or ID"));
        }
        if (regency == null) {
            return;
        }
        Optional<Region> province = regions.regency(regency);
        if (province.isEmpty()) {
            errors.add(new Problem.Place("/regency", "must be a Kemendagri code such as 32.73"));
        } else if (region != null
                && !region.equals(COUNTRY)
                && !province.get().iso().equals(region)) {
            errors.add(new Problem.Place(
                    "/regency", Text.of("lies in {0}", province.get().iso())));
        }
    }

    private static ReportDraft draft(ReportRequest request, boolean election, List<ReportDraft.Item> items) {
        return new ReportDraft(
                request.reference(),
                request.category(),
                request.statementOfReasons(),
                request.region(),
                request.regency(),
                election || Boolean.TRUE.equals(request.election()),
                request.urgencyReason(),
                flags(request, election),
                request.goodFaith(),
                request.newFacts(),
                or(request.requestedMeasure(), MeasureRequest::measure),
                grounds(request),
                request.legalAnalysis(),
                or(request.issuingAuthority(), AuthorityRequest::authority),
                or(request.confidentiality(), ConfidentialityRequest::confidentiality),
                request.contact(),
                items,
                ReferenceRequest.kept(request.references()));
    }

    private static <T, R> @Nullable R or(@Nullable T given, Function<T, R> kept) {
        return given == null ? null : kept.apply(given);
    }

    // Speech about an election is political until somebody of another organisation says otherwise.
    private static List<String> flags(ReportRequest request, boolean election) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        flags.addAll(Objects.requireNonNullElse(request.flags(), Set.of()));
        if (election) {
            flags.add(Flag.POLITICAL_SPEECH);
        }
        return flags.stream().map(Flag::toString).toList();
    }

    private static List<LegalGround> grounds(ReportRequest request) {
        return Objects.requireNonNullElse(request.legalBasis(), List.<GroundRequest>of()).stream()
                .map(GroundRequest::ground)
                .toList();
    }
}
