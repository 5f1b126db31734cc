// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The organisations and people of the local realm, as {@code parties.json} lists them. */
record SampleParties(List<Organisation> clients, List<Person> persons) {

    /** The one that receives canaries, where they are switched on. */
    static final String CANARY = "siaga-canary";

    /** An organisation that acts for itself; its client id is its party id. */
    record Organisation(String party, List<String> roles) {}

    /** A person of the duty desk. */
    record Person(String username, String party, List<String> roles) {}

    static SampleParties load() throws IOException {
        try (InputStream json = SampleParties.class.getResourceAsStream("parties.json")) {
            return new JsonMapper().readValue(json, SampleParties.class);
        }
    }

    String allParties() {
        return Stream.of(
                        clients.stream().map(Organisation::party),
                        persons.stream().map(Person::party),
                        Stream.of(Realm.OPERATOR_PARTY))
                .flatMap(names -> names)
                .distinct()
                .collect(Collectors.joining(","));
    }

    String allRoles() {
        TreeSet<String> roles = new TreeSet<>();
        clients.forEach(client -> roles.addAll(client.roles()));
        persons.forEach(person -> roles.addAll(person.roles()));
        return String.join(",", roles);
    }

    Map<String, Endpoints.Client> clientAccounts(Secrets secrets) {
        Map<String, Endpoints.Client> accounts = new LinkedHashMap<>();
        for (Organisation client : clients) {
            accounts.put(
                    client.party(),
                    new Endpoints.Client(client.party(), client.roles(), client.party(), secret(secrets, client)));
        }
        return accounts;
    }

    Map<String, Endpoints.Person> personAccounts(Secrets secrets) {
        Map<String, Endpoints.Person> accounts = new LinkedHashMap<>();
        for (Person person : persons) {
            accounts.put(
                    person.username(),
                    new Endpoints.Person(
                            person.party(),
                            person.roles(),
                            Realm.DESK_CLIENT,
                            person.username(),
                            password(secrets, person)));
        }
        return accounts;
    }

    static String secret(Secrets secrets, Organisation client) {
        return secrets.of("client." + client.party());
    }

    static String password(Secrets secrets, Person person) {
        return secrets.of("person." + person.username());
    }
}
