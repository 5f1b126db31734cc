// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.notification.egress.WebhookAnswer;
import id.siaga.notification.egress.WebhookClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;

/** One request for a token, by the same guarded way as webhooks: a token URL is as foreign as any other. */
@ApplicationScoped
class RequestToken {

    /** What an issuer may answer; a token that is longer fits no header. */
    private static final int LONGEST_ANSWER = 16 * 1024;

    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,8192}");
    private static final Duration UNSAID = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final WebhookClient client;
    private final ObjectMapper json;

    RequestToken(WebhookClient client, ObjectMapper json) {
        this.client = client;
        this.json = json;
    }

    TokenAnswer request(ClientCredentials credentials, Duration limit) throws InterruptedException {
        String scope = credentials.scope();
        String form = "grant_type=client_credentials" + (scope == null ? "" : "&scope=" + encoded(scope));
        String user = encoded(credentials.clientId()) + ":" + encoded(credentials.clientSecret());
        Map<String, String> headers = Map.of(
                "authorization", "Basic " + Base64.getEncoder().encodeToString(user.getBytes(UTF_8)),
                "content-type", "application/x-www-form-urlencoded",
                "accept", "application/json",
                "user-agent", "Siaga/1");
        return switch (client.post(credentials.tokenUrl(), headers, form.getBytes(UTF_8), limit, LONGEST_ANSWER)) {
            case WebhookAnswer.Answered answered when answered.success() -> token(answered.excerpt(), answered.at());
            case WebhookAnswer.Answered answered ->
                new TokenAnswer.NoToken("the token URL answered " + answered.status());
            case WebhookAnswer.Unanswered unanswered -> new TokenAnswer.NoToken("the token URL: " + unanswered.error());
        };
    }

    private TokenAnswer token(String answer, Instant now) {
        try {
            JsonNode said = json.readTree(answer);
            String token = said.path("access_token").asText();
            if (!TOKEN.matcher(token).matches()
                    || !"bearer".equalsIgnoreCase(said.path("token_type").asText("bearer"))) {
                return new TokenAnswer.NoToken("the token URL answered no bearer token");
            }
            return new TokenAnswer.Token(token, now.plus(validity(said.path("expires_in"))));
        } catch (JsonProcessingException noJson) {
            return new TokenAnswer.NoToken("the token URL answered no JSON");
        }
    }

    /** It is left a little before its end, which the receiver's clock may see earlier. */
    private static Duration validity(JsonNode seconds) {
        if (!seconds.isNumber()) {
            return UNSAID;
        }
        Duration said = Duration.ofSeconds(Math.clamp(seconds.asLong(), 0, LONGEST.toSeconds()));
        return said.compareTo(MARGIN.multipliedBy(2)) > 0 ? said.minus(MARGIN) : said.dividedBy(2);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
