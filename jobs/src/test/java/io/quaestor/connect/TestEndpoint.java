package io.quaestor.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.JobException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestEndpoint {
  private static final String TOKEN = "0123456789abcdef";

  /** Reserved for documentation: no machine has it. */
  private static final String ELSEWHERE = "192.0.2.77";

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, sc://127.0.0.1:",
    "localhost, sc://127.0.0.1:",
    "127.0.0.2, sc://127.0.0.2:"
  })
  void loopbackNeedsNoToken(String host, String url) {
    Endpoint endpoint = Endpoint.of(host, 0, name -> null);
    assertTrue(endpoint.isLocal());
    assertFalse(endpoint.withToken());
    assertTrue(endpoint.port() > 0);
    assertEquals(url + endpoint.port(), endpoint.url());
    assertEquals(endpoint.url(), endpoint.clientUrl());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", ELSEWHERE})
  void anyOtherAddressNeedsOne(String host) {
    JobException refused = refused(host, 0, null);
    assertEquals("token_missing", refused.code());
    assertEquals(
        host + " can be reached from other machines, and there is no token", refused.getMessage());
    assertTrue(refused.remedy().contains("export SPARK_CONNECT_AUTHENTICATE_TOKEN="));
  }

  @Test
  void withATokenOtherAddressesWillDoAndClientsAreSentToTheirEndOfATunnel() {
    Endpoint endpoint = Endpoint.of("0.0.0.0", 0, name -> TOKEN);
    assertFalse(endpoint.isLocal());
    assertEquals("sc://0.0.0.0:" + endpoint.port(), endpoint.url());
    assertEquals("sc://localhost:" + endpoint.port(), endpoint.clientUrl());
  }

  @Test
  void tokenOnLoopbackIsAskedForTooAndClientsUseTheNameThatNeedsNoTls() {
    Endpoint endpoint = Endpoint.of("127.0.0.1", 0, name -> TOKEN);
    assertTrue(endpoint.withToken());
    assertEquals("sc://localhost:" + endpoint.port(), endpoint.clientUrl());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret", "               "})
  void tokenThatCouldBeGuessedIsRefusedAndNotShown(String token) {
    JobException refused = refused("127.0.0.1", 0, token);
    assertEquals(
        "The token in SPARK_CONNECT_AUTHENTICATE_TOKEN has fewer than 16 characters",
        refused.getMessage());
  }

  @Test
  void portInUseIsToldBeforeSparkStarts() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      JobException refused = refused("127.0.0.1", taken.getLocalPort(), null);
      assertEquals("address_unusable", refused.code());
      assertTrue(
          refused
              .getMessage()
              .startsWith("Cannot listen at 127.0.0.1, port " + taken.getLocalPort()),
          refused.getMessage());
    }
  }

  @Test
  void addressOfAnotherMachineCannotBeListenedAt() {
    assertEquals("address_unusable", refused(ELSEWHERE, 0, TOKEN).code());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65_536})
  void numberThatIsNoPortIsRefused(int port) {
    assertEquals(port + " is not a port", refused("127.0.0.1", port, null).getMessage());
  }

  @Test
  void nameThatStandsForNoAddressIsRefused() {
    JobException refused = refused("no such host", 0, null);
    assertEquals("There is no address called no such host", refused.getMessage());
  }

  private static JobException refused(String host, int port, String token) {
    JobException refused =
        assertThrows(JobException.class, () -> Endpoint.of(host, port, name -> token));
    assertEquals(2, refused.exitCode().value());
    return refused;
  }
}
