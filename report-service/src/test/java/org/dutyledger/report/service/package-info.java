/** The whole service on real or embedded backends. */
package org.dutyledger.report.service;
