// SPDX-License-Identifier: Apache-2.0
package id.siaga.operations.party;

import id.siaga.operations.Suite.Service;
import id.siaga.operations.party.Admissions.Standing;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** All parties that the services know. */
@Command(name = "list", description = "All parties that the services know.")
@SuppressWarnings("NullAway.Init") // picocli fills it
final class ListParties implements Runnable {

    @ParentCommand
    private PartyCommand parent;

    @Override
    public void run() {
        parent.admissions().all().forEach((party, standings) -> parent.out()
                .printf("%-24s %-10s %s%n", party, standing(standings), roles(standings)));
    }

    /** One word where all services say the same; else a command was broken off, and is to be given again. */
    private static String standing(Map<Service, Standing> standings) {
        return standings.values().stream().map(Standing::standing).distinct().count() == 1
                ? standings.values().iterator().next().standing()
                : standings.entrySet().stream()
                        .map(one -> one.getKey().scope() + "=" + one.getValue().standing())
                        .collect(Collectors.joining(","));
    }

    private static String roles(Map<Service, Standing> standings) {
        return Kind.shown(standings.values().stream()
                .flatMap(standing -> standing.roles().stream())
                .collect(Collectors.toSet()));
    }
}
