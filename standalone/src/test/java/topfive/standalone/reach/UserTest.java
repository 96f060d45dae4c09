package topfive.standalone.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topfive.standalone.topic.Broker;

class UserTest {
    private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule required ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SASL_SSL  | username=\"topfive\" password=\"x\"; | topfive",
                "sasl_plaintext | username = 'a.b' password='x'; | a.b",
                "SASL_SSL  | username=\"${file:/run/s:user}\" password=\"x\"; | ?",
                "SASL_SSL  | username=\"a${file:/run/s:user}\" password=\"x\"; | ?",
                "SASL_SSL  | principal=\"topfive@EXAMPLE\"; | ?",
                "SASL_SSL  | ; | ?",
                "SSL       | ; | ANONYMOUS",
                "PLAINTEXT | username=\"topfive\"; | ANONYMOUS"
            })
    void a_login_tells_who_comes_only_where_it_has_a_name(String protocol, String login, String user) {
        var settings = Map.<String, Object>of("security.protocol", protocol, "sasl.jaas.config", SCRAM + login);

        assertThat(User.of(settings).orElse("?")).isEqualTo(user);
    }

    @Test
    void whoever_has_a_certificate_is_not_taken_for_anonymous() {
        var settings = new HashMap<String, Object>(Map.of(
                "bootstrap.servers", "a:1", "security.protocol", "SSL", "ssl.keystore.location", "/etc/key.p12"));

        assertThat(new Broker(settings).user()).isEqualTo("this user");
        assertThat(new Broker(settings).principal()).doesNotContain("ANONYMOUS").startsWith("\"User:<");
        settings.put("security.protocol", "PLAINTEXT");
        assertThat(new Broker(settings).principal()).isEqualTo("User:ANONYMOUS");
    }
}
