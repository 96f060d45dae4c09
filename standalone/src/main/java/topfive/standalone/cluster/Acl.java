package topfive.standalone.cluster;

import java.util.Locale;
import org.apache.kafka.common.acl.AclOperation;
import topfive.standalone.topic.Broker;

/** The command by which an administrator allows what is missing. */
final class Acl {
    private Acl() {}

    static Finding denied(Broker broker, AclOperation operation, String topic) {
        var name = operation.name().charAt(0) + operation.name().substring(1).toLowerCase(Locale.ROOT);
        return Finding.wrong(
                broker.user() + " may not " + name.toLowerCase(Locale.ROOT) + " topic " + topic,
                topic(broker, name, topic));
    }

    static String topic(Broker broker, String operation, String topic) {
        return command(broker, operation, "--topic " + topic);
    }

    static String command(Broker broker, String operation, String resource) {
        return "kafka-acls.sh --bootstrap-server " + broker.address() + " --add --allow-principal " + broker.principal()
                + " --operation " + operation + " " + resource;
    }
}
