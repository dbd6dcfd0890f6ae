import { fireEvent, render, screen } from '@testing-library/react';
import BindPage from '@/family/bind';
import { router, visited } from '../taro';
import { FakeService, settle } from './service';
import { liuyang, wangjing } from './story';

const ACCEPT = 'POST /api/invitations/acceptances';
const accepted = { status: 201, body: { kinshipId: '01K', elderName: '刘*河', status: 'awaiting' } };
const stranger = { ...wangjing, kin: [], roles: [] };

let service: FakeService;
const field = () => screen.getByLabelText('邀请码');
const press = () => fireEvent.click(screen.getByRole('button', { name: '绑定' }));

async function open(params: Record<string, string> = {}): Promise<void> {
  Object.assign(router, { path: '/family/bind/index', params });
  await service.signIn(stranger);
  render(<BindPage />);
  await settle();
}

beforeEach(() => {
  service = new FakeService().on('GET /api/sessions/current', { status: 200, body: liuyang });
  visited.splice(0);
});

describe('填邀请码', () => {
  it('takes the code from a link, in whatever way it was written', async () => {
    service.on(ACCEPT, accepted);
    await open({ code: 'abcd-2345' });
    press();
    await settle();
    expect(service.written(ACCEPT)).toEqual([{ id: expect.stringMatching(/^[0-9A-Z]{26}$/), code: 'ABCD2345' }]);
    expect(visited).toEqual([{ how: 'restart', url: '/family/parent/index' }]);
  });

  it('says how many characters are missing instead of asking the service', async () => {
    await open();
    fireEvent.change(field(), { target: { value: 'ABC' } });
    press();
    await settle();
    expect(screen.getByText('邀请码是 8 位，现在是 3 位')).toBeTruthy();
    expect(service.written(ACCEPT)).toEqual([]);
  });

  it('is one action for Enter and for the button, repeated under the same id after a lost reply', async () => {
    service.on(ACCEPT, 'offline', accepted);
    await open();
    fireEvent.change(field(), { target: { value: 'ABCD2345' } });
    fireEvent.keyDown(field(), { key: 'Enter' });
    fireEvent.keyDown(field(), { key: 'Enter' });
    await settle();
    expect(service.written(ACCEPT)).toHaveLength(1);
    expect(screen.getByText(/不会绑两次/)).toBeTruthy();
    press();
    await settle();
    const [first, second] = service.written(ACCEPT);
    expect(second).toEqual(first);
  });

  it('says what the service says about a wrong code', async () => {
    service.on(ACCEPT, { status: 400, body: { code: 'invitation.invalid', detail: '邀请码不对或者已经过期' } });
    await open({ code: 'ABCD2345' });
    press();
    await settle();
    expect(screen.getByText('邀请码不对或者已经过期')).toBeTruthy();
    expect(visited).toEqual([]);
  });
});
