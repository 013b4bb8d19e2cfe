// @vitest-environment happy-dom
import {cleanup, render, screen, waitFor} from '@testing-library/react';
import type {ReactNode} from 'react';
import {afterEach, describe, expect, it, vi, type Mock} from 'vitest';
import type {Directory} from '../../src/search/directory.ts';
import {UnknownAlert} from '../../src/search/UnknownAlert.tsx';
import {useUnknownAlert} from '../../src/search/use-unknown-alert.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const from: Directory = {
  runbooks: [
    {slug: 'runbooks/disk', title: 'Disk full', alerts: ['DiskFull'], aliases: ['DiskOld'], symptoms: [], services: [], urgency: 'page'},
  ],
  unwritten: [],
  tombstones: [{name: 'Retired', reason: 'Its machine is gone.'}],
  teams: [{name: 'Platform', channel: '#sre', services: [], onCall: true}],
  repository: 'https://github.com/o/r',
};

function Here(): ReactNode {
  const here = useUnknownAlert();
  if (here === undefined) return <p>no alert</p>;
  return here.answer === undefined ? <p>no directory</p> : <UnknownAlert answer={here.answer} />;
}

function open(address: string, response: () => Response = () => Response.json(from)): Mock<(url: string) => Promise<Response>> {
  const fetched = vi.fn<(url: string) => Promise<Response>>(async () => response());
  vi.stubGlobal('fetch', fetched);
  window.history.replaceState(null, '', address);
  render(<Here />);
  return fetched;
}

describe('the answer to an alert without a runbook, within the site', () => {
  it('offers near names, whom to call and the issue', async () => {
    const fetched = open('/r/DiskFul?namespace=prod');
    expect((await screen.findByRole('heading', {level: 1})).textContent).toBe('No runbook for DiskFul');
    expect(fetched.mock.calls[0]?.[0]).toBe('/r/index.json');
    const [near, issue] = screen.getAllByRole('link');
    expect(near?.getAttribute('href')).toBe('/runbooks/disk');
    expect(near?.textContent).toContain('DiskFull');
    expect(issue?.getAttribute('href')).toMatch(/^https:\/\/github\.com\/o\/r\/issues\/new\?/);
    expect(issue?.getAttribute('href')).not.toContain('prod');
    expect(screen.getByText('#sre').textContent).toBe('#sre');
  });

  it('says why a runbook was withdrawn', async () => {
    open('/r/retired');
    expect((await screen.findByText('Its machine is gone.')).tagName).toBe('P');
  });

  it('leads a known alert to its page, by an old name too, with its labels', async () => {
    open('/r/?alertname=DISKOLD&pod=web-1');
    await waitFor(() => expect(window.location.pathname + window.location.search).toBe('/runbooks/disk?pod=web-1'));
  });

  it('says nothing of alerts elsewhere, and asks for nothing', () => {
    const fetched = open('/guidelines/nowhere');
    expect(screen.getByText('no alert').tagName).toBe('P');
    expect(fetched).not.toHaveBeenCalled();
  });

  it('survives a server that has no directory', async () => {
    open('/r/DiskFul', () => new Response('<!doctype html>', {headers: {'content-type': 'text/html'}}));
    expect((await screen.findByText('no directory')).tagName).toBe('P');
  });
});
